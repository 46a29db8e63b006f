package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,PT1M", "1,PT2M", "2,PT4M", "8,PT4H16M", "9,PT6H", "1000,PT6H"})
    void pauses_double_up_to_six_hours(int checks, Duration pause) {
        assertThat(CheckPlan.next(checks, Optional.empty(), NOW)).isEqualTo(NOW.plus(pause));
    }

    @Test
    void an_expiry_ahead_is_not_slept_through_and_one_behind_holds_nothing_up() {
        var soon = NOW.plusSeconds(10);
        assertThat(CheckPlan.next(5, Optional.of(soon), NOW)).isEqualTo(soon);
        assertThat(CheckPlan.next(5, Optional.of(NOW.minusSeconds(10)), NOW)).isEqualTo(NOW.plusSeconds(32 * 60));
    }

    @Test
    void where_nobody_can_be_asked_only_the_expiry_is_waited_for() {
        assertThat(CheckPlan.first(false, Optional.empty(), NOW)).isNull();
        assertThat(CheckPlan.first(false, Optional.of(NOW.plusSeconds(9)), NOW)).isEqualTo(NOW.plusSeconds(9));
        assertThat(CheckPlan.first(true, Optional.empty(), NOW)).isEqualTo(NOW.plusSeconds(60));
    }
}
