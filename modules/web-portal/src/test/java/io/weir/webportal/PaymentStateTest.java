package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.PaymentStatus;
import org.junit.jupiter.api.Test;

class PaymentStateTest {
    @Test
    void a_transfer_is_waited_for_until_some_of_it_comes() {
        var pending = SomePayment.byTransfer(PaymentStatus.PENDING);
        assertThat(PaymentState.of(pending.payment())).isEqualTo(PaymentState.TRANSFER);
        var partly = SomePayment.byTransfer(PaymentStatus.PROCESSING).received(40_000).payment();
        assertThat(PaymentState.of(partly)).isEqualTo(PaymentState.PARTLY_PAID);
        assertThat(PaymentRows.style(pending.payment())).isEqualTo("pending");
        assertThat(PaymentRows.style(partly)).isEqualTo("partly");
    }

    @Test
    void a_checkout_that_is_open_waits_for_its_gateway() {
        var open = SomePayment.atGateway(PaymentStatus.PROCESSING).payment();
        assertThat(PaymentState.of(open)).isEqualTo(PaymentState.AT_GATEWAY);
        assertThat(PaymentState.isByHand(open)).isFalse();
        assertThat(PaymentRows.style(open)).isEqualTo("processing");
    }

    @Test
    void what_does_not_fit_is_looked_at_even_when_money_came() {
        var odd = SomePayment.atGateway(PaymentStatus.PROCESSING).received(40_000).needsPerson().payment();
        assertThat(PaymentState.of(odd)).isEqualTo(PaymentState.LOOKED_AT);
        assertThat(PaymentRows.style(odd)).isEqualTo("attention");
    }

    @Test
    void a_decided_payment_is_what_it_was_decided_to_be() {
        assertThat(state(PaymentStatus.COMPLETED)).isEqualTo(PaymentState.DONE);
        assertThat(state(PaymentStatus.FAILED)).isEqualTo(PaymentState.FAILED);
        assertThat(state(PaymentStatus.CANCELLED)).isEqualTo(PaymentState.CANCELLED);
        assertThat(state(PaymentStatus.REFUNDED)).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void a_paid_one_that_partly_went_back_says_so_and_has_a_receipt() {
        var partly = SomePayment.atGateway(PaymentStatus.COMPLETED).received(99_000).refunded(9_000).payment();
        assertThat(PaymentRows.style(partly)).isEqualTo("partlyback");
        assertThat(PaymentRows.isPaid(partly)).isTrue();
        assertThat(PaymentRows.isPaid(SomePayment.atGateway(PaymentStatus.FAILED).payment())).isFalse();
    }

    @Test
    void a_page_is_out_of_date_when_money_came_or_went_or_it_was_decided() {
        var open = SomePayment.byTransfer(PaymentStatus.PROCESSING);
        var versions = java.util.stream.Stream.of(open, open.received(1), open.received(2), open.needsPerson(),
                SomePayment.byTransfer(PaymentStatus.COMPLETED), SomePayment.byTransfer(PaymentStatus.COMPLETED)
                        .refunded(1)).map(some -> PaymentState.version(some.payment())).toList();
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(PaymentState.version(open.payment())).isEqualTo(PaymentState.version(open.payment()));
    }

    private static PaymentState state(PaymentStatus status) {
        return PaymentState.of(SomePayment.atGateway(status).payment());
    }
}
