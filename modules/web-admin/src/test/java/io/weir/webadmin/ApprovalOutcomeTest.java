package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals.Decided;
import io.weir.payments.api.Approvals.Opinion;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalOutcomeTest {
    private static final Currency VND = Currency.getInstance("VND");
    private static final String ID = "01900000-0000-7000-8000-000000000001";
    private static final UserId SOMEBODY = UserId.of(ID);

    static Payment payment(PaymentStatus status, long received) {
        return new Payment(PaymentId.of(ID), 1, AccountId.of(ID), SOMEBODY, vnd(99_000), "Pro", status,
                new Payment.Purpose("subscription", ID), "manual", "WEIR1",
                new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty(),
                new Payment.Progress(vnd(received), vnd(0), Optional.empty(), Optional.empty()));
    }

    private static Money vnd(long amount) {
        return new Money(amount, VND);
    }

    private static void expect(Decided decided, ApprovalOutcome outcome, long difference) {
        assertThat(ApprovalOutcome.of(decided)).isEqualTo(outcome);
        assertThat(outcome.difference(decided)).isEqualTo(vnd(difference));
    }

    @Test
    void a_yes_completes_or_is_a_part_or_too_much_or_awaits_another() {
        expect(new Decided(payment(PaymentStatus.COMPLETED, 99_000), false), ApprovalOutcome.WHOLE, 0);
        expect(new Decided(payment(PaymentStatus.PROCESSING, 40_000), false), ApprovalOutcome.PARTLY, 59_000);
        expect(new Decided(payment(PaymentStatus.COMPLETED, 100_000), false), ApprovalOutcome.SURPLUS, 1_000);
        expect(new Decided(payment(PaymentStatus.PENDING, 0), true), ApprovalOutcome.AWAITS_SECOND, 99_000);
    }

    @Test
    void a_second_yes_is_wanted_while_the_first_has_counted_nothing() {
        var yes = List.of(new Opinion(SOMEBODY, true, Optional.empty(), Optional.empty(), Instant.EPOCH));
        assertThat(OpinionRows.isSecond(payment(PaymentStatus.PENDING, 0), yes)).isTrue();
        assertThat(OpinionRows.isSecond(payment(PaymentStatus.PENDING, 0), List.of())).isFalse();
        assertThat(OpinionRows.isSecond(payment(PaymentStatus.PROCESSING, 40_000), yes)).isFalse();
        assertThat(OpinionRows.isSecond(payment(PaymentStatus.COMPLETED, 0), yes)).isFalse();
    }
}
