package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyCountsTest {
    @Test
    void percentiles_are_near_the_true_ones() {
        var latencies = new Random(7).ints(10_000, 1, 5_000).sorted().toArray();
        var counts = counts(latencies);
        for (int percent : new int[] {1, 50, 95, 99, 100}) {
            long truth = latencies[(latencies.length * percent + 99) / 100 - 1];
            assertThat(Math.abs(counts.percentile(percent) - truth) * 20).isLessThanOrEqualTo(truth);
        }
        assertThat(new LatencyCounts().percentile(99)).isZero();
    }

    @Test
    void the_text_says_every_bucket_that_has_calls() {
        var counts = new LatencyCounts();
        assertThat(counts.text()).isEmpty();
        counts.add(216, 3);
        counts.add(0, 12_345_678_901L);
        counts.add(7, 1);
        assertThat(counts.text()).isEqualTo("0:12345678901 7:1 216:3");
        assertThat(LatencyCounts.read(counts.text()).text()).isEqualTo(counts.text());
        assertThat(LatencyCounts.read("").text()).isEmpty();
    }

    @Test
    void parts_add_up_to_the_whole() {
        var latencies = new Random(8).ints(3_000, 0, 100_000).toArray();
        var sum = counts(Arrays.copyOf(latencies, 1_000));
        sum.addAll(counts(Arrays.copyOfRange(latencies, 1_000, 2_000)));
        sum.addAll(counts(Arrays.copyOfRange(latencies, 2_000, 3_000)).text());
        assertThat(sum.text()).isEqualTo(counts(latencies).text());
    }

    private static LatencyCounts counts(int... latencies) {
        var counts = new LatencyCounts();
        Arrays.stream(latencies).forEach(ms -> counts.add(LatencyScale.bucketOf(ms), 1));
        return counts;
    }
}
