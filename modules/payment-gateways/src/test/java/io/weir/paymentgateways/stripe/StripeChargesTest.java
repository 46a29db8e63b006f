package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.OffSessionCharges;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Payer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kept cards, charged while their owner is not there. */
class StripeChargesTest {
    private final StripeShop shop = new StripeShop();
    private final OffSessionCharges charges = shop.gateway.offSessionCharges().orElseThrow();
    private final String customer = shop.gateway.customers().orElseThrow().register(shop.merchant, StripeShop.PAYER);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stripe_is_told_that_nobody_is_there_and_whose_payment_it_is() {
        charges.charge(shop.merchant, order(card("4242")));
        assertThat(newestForm()).containsEntry("off_session", "true").containsEntry("confirm", "true")
                .containsEntry("customer", customer).containsEntry("amount", "2900").containsEntry("currency", "usd")
                .containsEntry("metadata[weir_payment]", StripeShop.PAYMENT.toString())
                .containsEntry("metadata[weir_tenant]", "smartspec")
                .containsEntry("return_url", StripeShop.BASE + "/portal/billing");
        assertThat(shop.stripe.requests()).last().satisfies(request -> assertThat(request.headers())
                .containsEntry("idempotency-key", "charge-" + StripeShop.PAYMENT));
    }

    @Test
    void an_answer_that_was_lost_is_found_and_nothing_is_charged_again() {
        var order = order(card("4242"));
        shop.stripe.loseNext(3);
        assertThatThrownBy(() -> charges.charge(shop.merchant, order)).isInstanceOf(GatewayException.class);
        var found = charges.find(shop.merchant, order).orElseThrow();
        assertThat(found).isInstanceOf(ChargeAnswer.Paid.class);
        assertThat(charges.charge(shop.merchant, order)).isEqualTo(found);
        assertThat(shop.toldTypes()).containsExactly("payment_intent.succeeded");
    }

    @Test
    void a_request_that_never_got_there_is_known_not_to_have() {
        var order = order(card("4242"));
        shop.stripe.failNext(3, 503);
        assertThatThrownBy(() -> charges.charge(shop.merchant, order)).isInstanceOf(GatewayException.class);
        assertThat(charges.find(shop.merchant, order)).isEmpty();
    }

    @Test
    void the_same_payment_by_another_card_is_no_second_charge_but_asked_about() {
        charges.charge(shop.merchant, order(card("4242")));
        var other = order(card("4444"));
        assertThatThrownBy(() -> charges.charge(shop.merchant, other)).isInstanceOf(GatewayException.class);
        assertThat(charges.find(shop.merchant, other)).containsInstanceOf(ChargeAnswer.Paid.class);
    }

    @Test
    void a_bank_that_says_nothing_but_no_has_declined_the_card() {
        assertThat(charges.charge(shop.merchant, order(card("0341")))).isInstanceOfSatisfying(
                ChargeAnswer.Declined.class, declined -> {
                    assertThat(declined.why().code()).isEqualTo("card_declined");
                    assertThat(declined.why().reason()).isEqualTo("Your card was declined.");
                });
    }

    @Test
    void a_bank_that_takes_days_is_waited_for_by_notice_or_by_asking() {
        var order = order(card("6789"));
        var pending = (ChargeAnswer.Pending) charges.charge(shop.merchant, order);
        var opened = StripeShop.opened(2900, "USD", Optional.of(pending.reference()), Optional.empty());
        var inquiries = shop.gateway.inquiries().orElseThrow();
        assertThat(inquiries.ask(shop.merchant, opened)).singleElement()
                .satisfies(fact -> assertThat(fact.outcome()).isEqualTo(Outcome.PROCESSING));
        inquiries.close(shop.merchant, opened);
        shop.stripe.settleCharge(pending.reference(), false);
        assertThat(inquiries.ask(shop.merchant, opened)).containsExactly(
                (Fact.OfPayment) shop.told("payment_intent.payment_failed"));
        assertThat(((Fact.OfPayment) shop.told("payment_intent.payment_failed")).words().orElseThrow())
                .startsWith("payment_method_provider_decline: ");
        shop.stripe.settleCharge(pending.reference(), true);
        assertThat(inquiries.ask(shop.merchant, opened)).containsExactly(
                (Fact.OfPayment) shop.told("payment_intent.succeeded"));
    }

    /** Only what later invoices are to be charged to: it narrows the ways to pay, and asks the payer for consent. */
    @Test
    void a_checkout_keeps_the_card_only_where_it_is_asked_to() {
        shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD"));
        assertThat(newestForm()).doesNotContainKey("payment_intent_data[setup_future_usage]");
        try (var other = new StripeShop()) {
            var payer = StripeShop.customer(other.gateway.customers().orElseThrow()
                    .register(other.merchant, StripeShop.PAYER));
            var opened = other.gateway.open(other.merchant, new OpenOrder(StripeShop.PAYMENT, StripeShop.ORDER_CODE,
                    StripeShop.money(2900, "USD"), "Pro", "WR0A1B2C3D", new Payment.Purpose("subscription", "1"),
                    Optional.empty(), payer, Payments.Return.NOWHERE, true));
            assertThat(other.stripe.requests()).last().satisfies(request -> assertThat(request.form().fields())
                    .containsEntry("payment_intent_data[setup_future_usage]", "off_session"));
            other.stripe.pay(other.link(opened));
            assertThat(other.gateway.savedMethods().orElseThrow().list(other.merchant, payer)).hasSize(1);
        }
    }

    private String card(String last4) {
        return shop.stripe.saveCard(customer, "visa", last4);
    }

    private ChargeOrder order(String method) {
        Payer payer = StripeShop.customer(customer);
        return new ChargeOrder(StripeShop.PAYMENT, StripeShop.ORDER_CODE, StripeShop.money(2900, "USD"), "INV-1",
                payer, method, StripeShop.NOW);
    }

    private Map<String, String> newestForm() {
        var requests = shop.stripe.requests();
        return requests.get(requests.size() - 1).form().fields();
    }
}
