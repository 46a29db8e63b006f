package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.CallFacts;
import io.weir.metering.domain.UsageTally.HourKey;
import io.weir.metering.domain.UsageTally.HourSums;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UsageTallyTest {
    @Test
    void sums_by_hour_and_kind() {
        var tally = new UsageTally(List.of(usage(NOON, 200, 100), usage(NOON.plusSeconds(3599), 200, 101),
                usage(NOON.plusSeconds(3600), 200, -1), usage(NOON, 502, 7)));
        assertThat(tally.hours()).hasSize(3)
                .containsEntry(key(NOON, 200), new HourSums(2, 0, 6, 10, 201, 2))
                .containsEntry(key(NOON.plusSeconds(3600), 200), new HourSums(1, 0, 3, 5, 0, 0))
                .containsEntry(key(NOON, 502), new HourSums(1, 1, 3, 5, 7, 1));
        assertThat(tally.latencies().values()).containsExactlyInAnyOrder(2L, 1L);
    }

    private static HourKey key(Instant hour, int status) {
        return new HourKey(ACME, CALLS, hour, "/e", "", UsageTally.NO_KEY, status);
    }

    private static Usage usage(Instant at, int status, int latencyMs) {
        var latency = latencyMs < 0 ? OptionalInt.empty() : OptionalInt.of(latencyMs);
        var facts = new CallFacts("/e", Optional.empty(), status, latency, 5, Optional.empty());
        return new Usage(id(1), new Claim(ACME, CALLS, at), 3, facts, Optional.empty());
    }
}
