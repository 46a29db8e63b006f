package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefundPlanTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void the_pauses_double_up_to_an_hour() {
        assertThat(RefundPlan.next(0, ASKED, ASKED)).contains(ASKED.plus(Duration.ofMinutes(1)));
        assertThat(RefundPlan.next(3, ASKED, ASKED)).contains(ASKED.plus(Duration.ofMinutes(8)));
        assertThat(RefundPlan.next(40, ASKED, ASKED)).contains(ASKED.plus(Duration.ofHours(1)));
    }

    @Test
    void nobody_asks_when_a_provider_may_have_forgotten_the_key() {
        var now = ASKED;
        int attempts = 0;
        while (RefundPlan.next(attempts, ASKED, now).isPresent()) {
            now = RefundPlan.next(attempts, ASKED, now).orElseThrow();
            attempts++;
        }
        assertThat(now).isBefore(ASKED.plus(Duration.ofHours(24))).isAfter(ASKED.plus(Duration.ofHours(18)));
    }

    @Test
    void how_a_pending_one_stands_is_asked_for_as_long_as_it_is_pending() {
        assertThat(RefundPlan.look(0, ASKED)).isEqualTo(ASKED.plus(Duration.ofMinutes(15)));
        assertThat(RefundPlan.look(2, ASKED)).isEqualTo(ASKED.plus(Duration.ofHours(1)));
        assertThat(RefundPlan.look(40, ASKED)).isEqualTo(ASKED.plus(Duration.ofHours(6)));
    }
}
