package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundOrder;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeMoneyBackTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_same_refund_gives_money_back_once_and_is_told_by_its_name() {
        var paid = paidOnce();
        var answer = refund("one", 1000, paid);
        assertThat(answer.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(refund("one", 1000, paid)).isEqualTo(answer);
        var told = (Fact.Refunded) shop.told("refund.created");
        assertThat(told.reference()).isEqualTo(answer.reference().orElseThrow());
        assertThat(told.amount()).isEqualTo(StripeShop.money(1000, "USD"));
        assertThat(told.subject().payment()).contains(StripeShop.PAYMENT);
        assertThat(refund("two", 1900, paid).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void what_stripe_refuses_is_an_answer_in_its_words() {
        var paid = paidOnce();
        assertThat(refund("one", 3000, paid)).satisfies(answer -> {
            assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(answer.words().orElseThrow()).contains("greater than unrefunded amount");
        });
        refund("two", 2900, paid);
        assertThat(refund("three", 1, paid).words().orElseThrow()).contains("already been refunded");
        assertThat(refund("four", 1, Optional.of("pi_other")).words().orElseThrow()).contains("No such payment_intent");
    }

    @Test
    void the_money_of_an_agreement_is_found_by_its_invoice() {
        shop.agreement();
        var invoice = ((Fact.OfPayment) shop.told("invoice.paid")).gatewayReference();
        assertThat(invoice.orElseThrow()).startsWith("in_");
        assertThat(refund("one", 2900, invoice).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(refund("two", 2901, invoice).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void money_whose_name_never_came_is_found_by_its_checkout() {
        var session = shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")));
        var order = new RefundOrder("one", StripeShop.opened(2900, "USD", Optional.of(session), Optional.empty()),
                StripeShop.money(2900, "USD"), "not needed");
        assertThat(shop.gateway.refunds().orElseThrow().refund(shop.merchant, order).outcome())
                .isEqualTo(Outcome.FAILED);
        shop.stripe.pay(session);
        assertThat(shop.gateway.refunds().orElseThrow().refund(shop.merchant, order).outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void a_refund_that_takes_days_is_told_of_when_it_is_decided() {
        shop.stripe.refundsAre("pending");
        var answer = refund("one", 2900, paidOnce());
        assertThat(answer.outcome()).isEqualTo(Outcome.PENDING);
        shop.stripe.settleRefund(answer.reference().orElseThrow(), "failed");
        assertThat(((Fact.Refunded) shop.told("refund.failed")).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_refund_by_hand_at_stripe_is_known_by_the_money() {
        var paid = paidOnce();
        shop.stripe.refundByHand(paid.orElseThrow(), 700);
        var told = (Fact.Refunded) shop.told("refund.created");
        assertThat(told.subject().gatewayReference()).isEqualTo(paid);
        assertThat(told.amount()).isEqualTo(StripeShop.money(700, "USD"));
    }

    @Test
    void a_lost_connection_and_a_provider_in_haste_are_no_answers() {
        var paid = paidOnce();
        shop.stripe.failNext(1, 429);
        assertThatThrownBy(() -> refund("one", 1, paid)).isInstanceOf(GatewayException.class);
        shop.stripe.close();
        assertThatThrownBy(() -> refund("one", 1, paid)).isInstanceOf(GatewayException.class);
    }

    private Optional<String> paidOnce() {
        shop.stripe.pay(shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD"))));
        return ((Fact.OfPayment) shop.told("checkout.session.completed")).gatewayReference();
    }

    private RefundAnswer refund(String key, long minor, Optional<String> reference) {
        return shop.gateway.refunds().orElseThrow().refund(shop.merchant, new RefundOrder(key,
                StripeShop.opened(2900, "USD", Optional.empty(), reference), StripeShop.money(minor, "USD"),
                "not needed"));
    }
}
