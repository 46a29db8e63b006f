package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundsOfPaymentTest {
    private static final Currency VND = Currency.getInstance("VND");

    private static Refund refund(Refund.Status status, long amount) {
        return new Refund(UUID.randomUUID(), ApprovalOutcomeTest.payment(PaymentStatus.COMPLETED, 99_000).id(),
                new Money(amount, VND), status, false, "why", Optional.empty(), Optional.empty(), Optional.empty(),
                Instant.EPOCH, Optional.empty());
    }

    @Test
    void what_is_on_its_way_is_not_offered_again() {
        var payment = ApprovalOutcomeTest.payment(PaymentStatus.COMPLETED, 99_000);
        assertThat(RefundsOfPayment.left(payment, List.of())).isEqualTo(new Money(99_000, VND));
        assertThat(RefundsOfPayment.left(payment, List.of(refund(Refund.Status.ASKED, 40_000),
                refund(Refund.Status.PENDING, 9_000), refund(Refund.Status.FAILED, 50_000))))
                .isEqualTo(new Money(50_000, VND));
    }

    @Test
    void an_open_payment_has_nothing_to_give_back() {
        var payment = ApprovalOutcomeTest.payment(PaymentStatus.PROCESSING, 40_000);
        assertThat(RefundsOfPayment.left(payment, List.of()).minor()).isZero();
    }
}
