package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.paymentgateways.fakes.FakeStripe;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.RefundOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, held against what Stripe's client was recorded to send; and what fails there. */
class StripeRequestsTest {
    private static final JsonNode RECORDED = StripeVectors.read("stripe-client-requests.json").get("requests");
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void requests_are_made_as_stripes_client_was_recorded_to_make_them() {
        useEverything();
        for (var recorded : RECORDED) {
            var ours = shop.stripe.requests().stream().filter(request -> isSame(request, recorded)).findFirst();
            assertThat(ours).as(recorded.get("method") + " " + recorded.get("uri")).isPresent();
            for (var header : new String[] {"Stripe-Version", "Content-Type"}) {
                if (recorded.has(header)) {
                    assertThat(ours.get().headers().get(header.toLowerCase(Locale.ROOT)))
                            .isEqualTo(recorded.get(header).asText());
                }
            }
            assertThat(ours.get().headers()).containsEntry("authorization", "Bearer " + FakeStripe.SECRET_KEY);
            assertThat(ours.get().headers().containsKey("idempotency-key")).isEqualTo(recorded.has("Idempotency-Key"));
            assertThat(ours.get().form().fields().keySet()).containsAll(neededOf(recorded));
        }
    }

    @Test
    void a_checkout_is_asked_for_under_the_payments_own_key_with_all_its_marks() {
        shop.gateway.open(shop.merchant, StripeShop.each(StripeShop.PRO, 2900, "USD"));
        var request = shop.stripe.requests().get(0);
        var payment = StripeShop.PAYMENT.toString();
        assertThat(request.headers()).containsEntry("idempotency-key", "checkout-" + payment);
        for (var at : new String[] {"metadata", "subscription_data[metadata]"}) {
            assertThat(request.form().fields()).containsEntry(at + "[weir_payment]", payment)
                    .containsEntry(at + "[weir_order]", Long.toString(StripeShop.ORDER_CODE))
                    .containsEntry(at + "[weir_account]", StripeShop.ACCOUNT.toString())
                    .containsEntry(at + "[weir_tenant]", "smartspec").containsEntry(at + "[product]", "pro");
        }
        assertThat(request.form().fields()).containsEntry("client_reference_id", payment)
                .containsEntry("mode", "subscription").containsEntry("line_items[0][quantity]", "1")
                .containsEntry("line_items[0][price_data][unit_amount]", "2900")
                .containsEntry("line_items[0][price_data][recurring][interval]", "month")
                .containsEntry("line_items[0][price_data][recurring][interval_count]", "1")
                .containsEntry("line_items[0][price_data][product_data][name]", "Gói Chuyên nghiệp")
                .doesNotContainKeys("payment_method_types[0]", "expires_at");
    }

    @Test
    void a_failure_of_stripes_is_tried_again_under_the_same_key() {
        shop.stripe.failNext(2, 500);
        assertThat(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")).checkout().url()).isPresent();
        assertThat(shop.stripe.requests()).hasSize(3)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("idempotency-key", "checkout-" + StripeShop.PAYMENT));
    }

    @Test
    void a_wrong_key_is_said_without_the_key() {
        var wrong = shop.with("STRIPE_SECRET_KEY", "sk_test_wrong0123456789");
        assertThatThrownBy(() -> shop.gateway.checkup().orElseThrow().ask(wrong)).isInstanceOf(GatewayException.class)
                .hasMessage("Stripe does not know the secret key").hasNoCause();
    }

    @Test
    void a_key_that_may_not_do_it_is_told_from_a_wrong_one() {
        shop.stripe.failNext(1, 403);
        assertThatThrownBy(() -> shop.gateway.checkup().orElseThrow().ask(shop.merchant))
                .isInstanceOf(GatewayException.class)
                .hasMessage("Stripe does not let the secret key do this (req_fake1)").hasNoCause();
    }

    @Test
    void what_stripe_says_is_said_on_without_whatever_looks_like_a_key() {
        shop.stripe.failNext(1, 400, "No such thing with sk_test_abc123 or whsec_9f8e");
        assertThatThrownBy(() -> shop.gateway.checkup().orElseThrow().ask(shop.merchant))
                .hasMessageStartingWith("Stripe refused: No such thing with sk_… or whsec_…");
    }

    @Test
    void nobody_there_is_a_failure_of_the_gateway() {
        shop.stripe.close();
        assertThatThrownBy(() -> shop.gateway.open(shop.merchant, StripeShop.once(1, "USD")))
                .isInstanceOf(GatewayException.class).hasMessage("Stripe can't be reached");
        assertThatThrownBy(() -> shop.gateway.open(shop.with("STRIPE_API_URL", "nowhere"), StripeShop.once(1, "USD")))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    void an_amount_that_stripe_cannot_charge_is_refused() {
        assertThatThrownBy(() -> shop.gateway.open(shop.merchant, StripeShop.once(1234, "KWD")))
                .isInstanceOf(GatewayException.class).hasMessageContaining("1.234 KWD");
    }

    @Test
    void the_check_says_whose_the_key_is() {
        assertThat(shop.gateway.checkup().orElseThrow().ask(shop.with("STRIPE_API_URL", shop.stripe.url() + "/")))
                .isEqualTo("Fake Company, acct_fake, test mode");
    }

    private void useEverything() {
        var customer = shop.gateway.customers().orElseThrow().register(shop.merchant, StripeShop.PAYER);
        var payer = StripeShop.customer(customer);
        var merchant = shop.with("STRIPE_PRICE_PRO_MONTHLY", shop.stripe.makePrice("usd", 2900, "month"));
        var session = shop.link(shop.gateway.open(merchant,
                StripeShop.order(Optional.of(StripeShop.PRO), 2900, "USD", payer)));
        shop.stripe.pay(session);
        var first = (Fact.OfPayment) shop.told("checkout.session.completed");
        shop.gateway.billingPortal().orElseThrow().open(merchant, payer, Optional.empty());
        var card = shop.stripe.saveCard(customer, "visa", "4242");
        shop.gateway.savedMethods().orElseThrow().list(merchant, payer);
        shop.gateway.savedMethods().orElseThrow().remove(merchant, payer, card);
        shop.gateway.refunds().orElseThrow().refund(merchant, new RefundOrder("one", StripeShop.opened(2900, "USD",
                Optional.of(session), first.gatewayReference()), StripeShop.money(100, "USD"), "why"));
        var agreement = first.agreement().orElseThrow().reference();
        shop.gateway.agreements().orElseThrow().cancel(merchant, agreement, true);
        shop.gateway.agreements().orElseThrow().cancel(merchant, agreement, false);
    }

    /** Ids and what is only to be shown are of the moment. */
    private static boolean isSame(FakeStripe.Request ours, JsonNode recorded) {
        return ours.method().equals(recorded.get("method").asText())
                && path(ours.uri()).equals(path(recorded.get("uri").asText()))
                && ours.form().fields().keySet().containsAll(neededOf(recorded));
    }

    private static String path(String uri) {
        return uri.replaceAll("\\?.*", "").replaceAll("/(sub|pm|in)_[A-Za-z0-9_]+", "/$1");
    }

    /** The names of a form, but for those that are of the recorder's own wishes. */
    private static List<String> neededOf(JsonNode recorded) {
        var names = new ArrayList<String>();
        recorded.get("form").forEach(pair -> names.add(pair.asText().replaceAll("=.*", "")));
        names.removeIf(name -> name.contains("tenant_id") || name.contains("trial") || name.equals("name")
                || name.equals("email"));
        return names;
    }
}
