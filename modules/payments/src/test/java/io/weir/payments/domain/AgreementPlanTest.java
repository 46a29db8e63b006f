package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.Agreement;
import io.weir.payments.api.Agreement.Status;
import io.weir.payments.api.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,15", "1,30", "2,60", "4,240", "5,360", "60,360"})
    void one_whose_charge_is_due_is_asked_about_ever_more_seldom(int checks, int minutes) {
        for (var due : new Agreement[] {agreement(Status.ACTIVE, NOW), agreement(Status.ACTIVE, null),
            agreement(Status.PAST_DUE, NOW.plusSeconds(86_400))}) {
            assertThat(AgreementPlan.next(due, checks, NOW)).contains(NOW.plus(Duration.ofMinutes(minutes)));
        }
    }

    @Test
    void before_that_it_is_asked_about_when_its_charge_is_due_or_after_a_week() {
        var soon = NOW.plus(Duration.ofDays(2));
        assertThat(AgreementPlan.next(agreement(Status.ACTIVE, soon), 3, NOW))
                .contains(soon.plus(Duration.ofMinutes(15)));
        assertThat(AgreementPlan.next(agreement(Status.ACTIVE, NOW.plus(Duration.ofDays(300))), 0, NOW))
                .contains(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void nobody_asks_about_one_that_has_ended() {
        assertThat(AgreementPlan.next(agreement(Status.ENDED, NOW), 0, NOW)).isEmpty();
    }

    private static Agreement agreement(Status status, Instant paidUntil) {
        return new Agreement(new UUID(0, 5), "stripe", "sub_1", Specimen.ACCOUNT, new PaymentId(new UUID(0, 42)), "pro",
                status, false, Optional.ofNullable(paidUntil), Instant.EPOCH);
    }
}
