package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.Stretch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecomputationTest {
    private static final Instant CUTOFF = Instant.parse("2024-10-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");

    @Test
    void every_hour_that_is_touched_is_proven_whole() {
        assertThat(hours("2026-11-20T10:20:00Z", "2026-11-20T12:00:00.001Z"))
                .isEqualTo(stretch("2026-11-20T10:00:00Z", "2026-11-20T13:00:00Z"));
        assertThat(hours("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z"))
                .isEqualTo(stretch("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z"));
    }

    @Test
    void not_what_was_forgotten_and_not_the_future() {
        assertThat(hours("1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"))
                .isEqualTo(stretch("2024-10-01T00:00:00Z", "2026-11-21T14:00:00Z"));
        assertThat(hours("2020-01-01T00:00:00Z", "2024-09-30T00:00:00Z").isEmpty()).isTrue();
        assertThat(hours("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z").isEmpty()).isTrue();
    }

    private static Stretch hours(String from, String until) {
        return Recomputation.wholeHours(stretch(from, until), CUTOFF, NOW);
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }
}
