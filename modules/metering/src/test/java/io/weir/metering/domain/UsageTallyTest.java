package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.CREDITS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.CallFacts;
import io.weir.metering.domain.UsageTally.HourKey;
import io.weir.metering.domain.UsageTally.HourSums;
import io.weir.metering.domain.UsageTally.LatencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UsageTallyTest {
    @Test
    void sums_by_hour_and_kind() {
        var tally = new UsageTally(List.of(usage(NOON, 200, 100), usage(NOON.plusSeconds(3599), 200, 101),
                usage(NOON.plusSeconds(3600), 200, -1), usage(NOON, 502, 7)));
        assertThat(tally.hours()).hasSize(3)
                .containsEntry(key(NOON, 200), new HourSums(2, 0, 6, 2, 10, 201, 2))
                .containsEntry(key(NOON.plusSeconds(3600), 200), new HourSums(1, 0, 3, 1, 5, 0, 0))
                .containsEntry(key(NOON, 502), new HourSums(1, 1, 3, 1, 5, 7, 1));
        assertThat(tally.latencies()).containsOnly(
                Map.entry(new LatencyKey(key(NOON, 200), LatencyScale.bucketOf(100)), 2L),
                Map.entry(new LatencyKey(key(NOON, 502), LatencyScale.bucketOf(7)), 1L));
    }

    @Test
    void a_call_on_several_meters_is_one_request() {
        var first = usage(NOON, 502, 100);
        var further = new Usage(id(2), new Claim(ACME, CREDITS, NOON), 9, 0, 0, 1, first.facts(), Optional.empty());
        var tally = new UsageTally(List.of(first, further));
        var key = key(NOON, 502);
        assertThat(tally.hours().get(new HourKey(ACME, CREDITS, NOON, "/e", "op", "", UsageTally.NO_KEY, 502)))
                .isEqualTo(new HourSums(0, 0, 9, 0, 0, 0, 0));
        assertThat(tally.hours().get(key)).isEqualTo(new HourSums(1, 1, 3, 1, 5, 100, 1));
        assertThat(tally.latencies()).hasSize(1);
    }

    private static HourKey key(Instant hour, int status) {
        return new HourKey(ACME, CALLS, hour, "/e", "op", "", UsageTally.NO_KEY, status);
    }

    private static Usage usage(Instant at, int status, int latencyMs) {
        var latency = latencyMs < 0 ? OptionalInt.empty() : OptionalInt.of(latencyMs);
        var facts = new CallFacts("/e", Optional.of("op"), Optional.empty(), status, latency, 5, Optional.empty());
        return new Usage(id(1), new Claim(ACME, CALLS, at), 3, 1, 1, 7, facts, Optional.empty());
    }
}
