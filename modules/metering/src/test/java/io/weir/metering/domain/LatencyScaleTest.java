package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyScaleTest {
    @Test
    void every_latency_is_within_five_percent_of_its_buckets_middle() {
        for (int ms = 0; ms < 2_000_000; ms += ms < 50_000 ? 1 : 37) {
            long middle = LatencyScale.latencyOf(LatencyScale.bucketOf(ms));
            assertThat(Math.abs(middle - ms) * 20).as("%d ms", ms).isLessThanOrEqualTo(ms);
        }
    }

    @Test
    void the_numbering_is_stored_and_must_not_change() {
        assertThat(LatencyScale.bucketOf(0)).isZero();
        assertThat(LatencyScale.bucketOf(19)).isEqualTo(19);
        assertThat(LatencyScale.bucketOf(21)).isEqualTo(20);
        assertThat(LatencyScale.bucketOf(1000)).isEqualTo(63);
        assertThat(LatencyScale.bucketOf(60_000)).isEqualTo(106);
        assertThat(LatencyScale.bucketOf(Integer.MAX_VALUE)).isEqualTo(216);
        assertThat(LatencyScale.bucketOf(-5)).isZero();
    }
}
