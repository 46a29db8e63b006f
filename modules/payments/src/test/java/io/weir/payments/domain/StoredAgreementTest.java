package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.Agreement;
import io.weir.payments.api.Agreement.Status;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.AgreementState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredAgreementTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_newer_change_counts_and_an_older_one_comes_too_late() {
        var known = agreement(Status.ACTIVE).changedBy(state(AgreementState.Status.PAST_DUE), NOON).orElseThrow();
        assertThat(known.agreement().status()).isEqualTo(Status.PAST_DUE);
        assertThat(known.changedBy(state(AgreementState.Status.ACTIVE), NOON.minusSeconds(1))).isEmpty();
        assertThat(known.changedBy(state(AgreementState.Status.ACTIVE), NOON.plusSeconds(1)).orElseThrow()
                .agreement().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void an_end_is_an_end_whenever_it_is_told() {
        var known = agreement(Status.ACTIVE).changedBy(state(AgreementState.Status.ACTIVE), NOON).orElseThrow();
        var ended = known.changedBy(state(AgreementState.Status.ENDED), NOON.minusSeconds(60)).orElseThrow();
        assertThat(ended.agreement().status()).isEqualTo(Status.ENDED);
        assertThat(ended.changedBy(state(AgreementState.Status.ACTIVE), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_a_change_does_not_say_stays_as_it_was() {
        var until = NOON.plusSeconds(3600);
        var paid = new AgreementState("sub_1", Optional.empty(), AgreementState.Status.ACTIVE, true,
                Optional.of(until), Optional.of("enterprise"));
        var known = agreement(Status.ACTIVE).changedBy(paid, NOON).orElseThrow();
        var later = known.changedBy(state(AgreementState.Status.ACTIVE), NOON.plusSeconds(1)).orElseThrow();
        assertThat(later.agreement().paidUntil()).contains(until);
        assertThat(later.agreement().product()).isEqualTo("enterprise");
        assertThat(later.agreement().cancelAtPeriodEnd()).isFalse();
    }

    @Test
    void a_missed_renewal_is_past_due_until_one_is_paid() {
        var late = agreement(Status.ACTIVE).pastDue();
        assertThat(late.agreement().status()).isEqualTo(Status.PAST_DUE);
        assertThat(late.renewed(Optional.empty()).agreement().status()).isEqualTo(Status.ACTIVE);
        assertThat(agreement(Status.ENDED).pastDue().agreement().status()).isEqualTo(Status.ENDED);
    }

    private static AgreementState state(AgreementState.Status status) {
        return new AgreementState("sub_1", Optional.empty(), status, false, Optional.empty(), Optional.empty());
    }

    private static StoredAgreement agreement(Status status) {
        var agreement = new Agreement(new UUID(0, 5), "stripe", "sub_1", Specimen.ACCOUNT,
                new PaymentId(new UUID(0, 42)), "pro", status, false, Optional.empty(), Instant.EPOCH);
        return new StoredAgreement(agreement, Specimen.PAYER, "Pro", Optional.empty());
    }
}
