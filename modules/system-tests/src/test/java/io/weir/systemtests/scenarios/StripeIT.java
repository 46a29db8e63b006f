package io.weir.systemtests.scenarios;

import static io.weir.systemtests.harness.Api.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.paymentgateways.fakes.FakeStripe;
import io.weir.paymentgateways.fakes.TestCard;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seed 003 with Stripe: credits and subscriptions, bought, renewed, ended and given back, over Stripe's own client. */
class StripeIT {
    private static FakeStripe stripe;
    private static Shop shop;
    private final RunningWeir weir = RunningWeir.shared();
    private final URI hooks = weir.url().resolve("/api/webhooks/stripe");

    @BeforeAll
    static void sellByStripe() {
        stripe = FakeStripe.start(Instant::now);
        shop = new Shop(RunningWeir.shared(), "smartspec");
        shop.administrator().put("/api/admin/gateways/stripe", Map.of("settings", stripe.settings())).expect(200);
    }

    @AfterAll
    static void stop() {
        var taken = new HashMap<String, String>();
        stripe.settings().keySet().forEach(name -> taken.put(name, ""));
        shop.administrator().put("/api/admin/gateways/stripe", Map.of("settings", taken)).expect(200);
        stripe.close();
    }

    @Test
    void secretsGoInAndNeverComeOut() {
        var shown = shop.administrator().get("/api/admin/gateways/stripe").expect(200);
        assertThat(shown.toString()).doesNotContain(FakeStripe.SECRET_KEY).doesNotContain(FakeStripe.WEBHOOK_SECRET);
        assertThat(weir.number("SELECT COUNT(*) FROM payments_gateway_setting WHERE INSTR(sealed, ?) > 0",
                FakeStripe.SECRET_KEY)).isZero();
        assertThat(shop.administrator().post("/api/admin/gateways/stripe/check", null).expect(200).json()
                .path("good").asBoolean()).isTrue();
        assertThat(shop.administrator().post("/api/admin/gateways/stripe/test-notice", null).expect(200).json()
                .path("good").asBoolean()).isTrue();
    }

    @Test
    void creditsArriveOnceWhateverOrderAndHoweverOftenTheNoticesCome() {
        stripe.deliverTo(Optional.empty());
        var buyer = shop.visitor().api();
        var before = stripe.events().size();
        var session = session(buyer.post("/api/payment/checkout/credits",
                Map.of("credits_amount", 100, "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session);
        var told = new ArrayList<>(stripe.events().subList(before, stripe.events().size()));
        Collections.reverse(told);
        told.addAll(told);
        told.forEach(event -> assertThat(stripe.deliver(event, hooks)).isEqualTo(200));
        eventually(() -> purchased(buyer), credits -> credits == 105);
        eventually(() -> waiting(), notices -> notices == 0);
        assertThat(purchased(buyer)).isEqualTo(105);
        assertThat(buyer.get("/api/billing/invoices").expect(200).json()).hasSize(1);
    }

    @Test
    void aNoticeThatNeverCameIsMadeUpForByAsking() {
        stripe.deliverTo(Optional.empty());
        var buyer = shop.visitor().api();
        var session = session(buyer.post("/api/payment/checkout/credits",
                Map.of("credits_amount", 50, "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session);
        var payment = payments(buyer).get(0);
        shop.administrator().post("/api/admin/reconciliation/" + payment.path("id").asText() + "/ask", null)
                .expect(200);
        assertThat(purchased(buyer)).isEqualTo(50);
    }

    @Test
    void aDeclinedCardLeavesTheCheckoutOpenAndAnExpiredOneCloses() {
        stripe.deliverTo(Optional.of(hooks));
        var buyer = shop.visitor().api();
        var session = session(buyer.post("/api/payment/checkout/credits",
                Map.of("credits_amount", 50, "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session, TestCard.DECLINED);
        assertThat(payments(buyer).get(0).path("status").asText()).isEqualTo("processing");
        stripe.expire(session);
        eventually(() -> payments(buyer).get(0).path("status").asText(), "cancelled"::equals);
        assertThat(purchased(buyer)).isZero();
    }

    @Test
    void aSubscriptionRenewsAndItsEndIsToldToStripe() {
        stripe.deliverTo(Optional.of(hooks));
        var buyer = shop.visitor().api();
        var ordered = buyer.post("/api/payment/checkout/subscription",
                Map.of("plan", "pro", "interval", "monthly", "gateway", "stripe")).expect(201);
        var session = session(ordered.text("url"));
        stripe.pay(session);
        eventually(() -> plan(buyer), "pro"::equals);
        var subscription = stripe.object("checkout.session", session).get("subscription").getAsString();
        stripe.pass(subscription, true);
        eventually(() -> payments(buyer).size(), count -> count == 2);
        eventually(() -> buyer.get("/api/billing/invoices").expect(200).json().size(), count -> count == 2);
        assertThat(plan(buyer)).isEqualTo("pro");
        var portal = buyer.post("/api/payment/billing-portal", Map.of()).expect(200).text("url");
        assertThat(portal).startsWith(stripe.url());
        stripe.saveCard(stripe.object("checkout.session", session).get("customer").getAsString(), "visa", "4242");
        assertThat(buyer.get("/api/payment/payment-methods").expect(200).json().toString()).contains("4242");
        buyer.post("/api/payment/subscription/cancel", Map.of("at_period_end", true)).expect(200);
        eventually(() -> stripe.object("subscription", subscription).get("cancel_at_period_end").getAsBoolean(),
                Boolean::booleanValue);
    }

    @Test
    void aRenewalWhoseNoticesAreLostIsPaidOnceByAskingAndLateNoticesChangeNothing() {
        var buyer = shop.visitor().api();
        var subscription = subscribed(buyer);
        stripe.deliverTo(Optional.empty());
        var before = stripe.events().size();
        stripe.pass(subscription, true);
        assertThat(payments(buyer)).as("nobody told").hasSize(1);
        var asked = ask(subscription);
        assertThat(asked.path("status").asText()).isEqualTo("active");
        assertThat(payments(buyer)).hasSize(2);
        eventually(() -> buyer.get("/api/billing/invoices").expect(200).json().size(), count -> count == 2);

        // To the tenant's own address, because one of them names nobody's order.
        stripe.events().subList(before, stripe.events().size()).forEach(event -> assertThat(stripe.deliver(event,
                weir.url().resolve("/api/webhooks/stripe/smartspec"))).isEqualTo(200));
        eventually(() -> waiting(), notices -> notices == 0);
        ask(subscription);
        assertThat(payments(buyer)).hasSize(2);
        assertThat(status(buyer)).isEqualTo("active");
    }

    @Test
    void aChargeThatFailsIsPastDueUntilALaterOnePaysWhetherThatIsToldOrAsked() {
        var buyer = shop.visitor();
        var subscription = subscribed(buyer.api());
        stripe.pass(subscription, false);
        eventually(() -> standing(buyer), "PAST_DUE"::equals);
        assertThat(standing(subscription)).isEqualTo("past_due");
        assertThat(status(buyer.api())).as("what is paid is used to its end").isEqualTo("active");
        stripe.recover(subscription);
        eventually(() -> standing(buyer), "ACTIVE"::equals);
        eventually(() -> payments(buyer.api()).size(), count -> count == 2);

        stripe.deliverTo(Optional.empty());
        stripe.pass(subscription, false);
        assertThat(ask(subscription).path("status").asText()).isEqualTo("past_due");
        eventually(() -> standing(buyer), "PAST_DUE"::equals);
        stripe.recover(subscription);
        assertThat(ask(subscription).path("status").asText()).isEqualTo("active");
        eventually(() -> standing(buyer), "ACTIVE"::equals);
        assertThat(payments(buyer.api())).hasSize(3);
    }

    @Test
    void aPendingRefundWhoseNoticeIsLostIsRefundedByAsking() throws SQLException {
        stripe.deliverTo(Optional.of(hooks));
        var buyer = shop.visitor().api();
        var session = session(buyer.post("/api/payment/checkout/credits",
                Map.of("credits_amount", 100, "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session);
        eventually(() -> purchased(buyer), credits -> credits == 105);
        stripe.deliverTo(Optional.empty());
        stripe.refundsAre("pending");
        try {
            var refund = shop.administrator().post("/api/admin/payments/" + payments(buyer).get(0).path("id").asText()
                    + "/refund", Map.of("reason", "not wanted")).expect(202).json().path("refund");
            var ask = "/api/admin/refunds/" + refund.path("id").asText() + "/ask";
            assertThat(shop.administrator().post(ask, null).expect(200).text("status")).isEqualTo("pending");
            stripe.settleRefund(refund.path("reference").asText(), "succeeded");
            isDue(refund.path("id").asText());
            eventually(() -> payments(buyer).get(0).path("status").asText(), "refunded"::equals);
            assertThat(shop.administrator().post(ask, null).expect(200).text("status")).isEqualTo("completed");
            assertThat(purchased(buyer)).isZero();
        } finally {
            stripe.refundsAre("succeeded");
        }
    }

    private void isDue(String refund) throws SQLException {
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE payments_refund SET next_attempt_at = first_asked_at WHERE id = ?")) {
            update.setString(1, refund);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** Answers Stripe's name for the subscription. */
    private String subscribed(Api buyer) {
        stripe.deliverTo(Optional.of(hooks));
        var session = session(buyer.post("/api/payment/checkout/subscription",
                Map.of("plan", "pro", "interval", "monthly", "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session);
        eventually(() -> plan(buyer), "pro"::equals);
        return stripe.object("checkout.session", session).get("subscription").getAsString();
    }

    private static JsonNode ask(String subscription) {
        return shop.administrator().post("/api/admin/reconciliation/agreements/"
                + agreement(subscription).path("id").asText() + "/ask", null).expect(200).json();
    }

    private static JsonNode agreement(String subscription) {
        for (var running : shop.administrator().get("/api/admin/reconciliation/agreements?limit=100").expect(200)
                .json().path("items")) {
            if (running.path("agreement").path("reference").asText().equals(subscription)) {
                return running.path("agreement");
            }
        }
        throw new AssertionError("no agreement " + subscription);
    }

    private static String standing(String subscription) {
        return agreement(subscription).path("status").asText();
    }

    /** Of what the agreement pays for, as it is written down: it shows when what is paid is over. */
    private String standing(Shop.Buyer buyer) {
        return weir.text("SELECT status FROM subscriptions_subscription WHERE account_id = ? AND renews = TRUE",
                buyer.account());
    }

    private static String status(Api buyer) {
        return buyer.get("/api/subscription").expect(200).text("status");
    }

    @Test
    void aRefundGoesBackThroughStripeAndTakesWhatWasBought() {
        stripe.deliverTo(Optional.of(hooks));
        var buyer = shop.visitor().api();
        var session = session(buyer.post("/api/payment/checkout/credits",
                Map.of("credits_amount", 100, "gateway", "stripe")).expect(201).text("url"));
        stripe.pay(session);
        eventually(() -> purchased(buyer), credits -> credits == 105);
        var payment = payments(buyer).get(0).path("id").asText();
        shop.administrator().post("/api/admin/payments/" + payment + "/refund", Map.of("reason", "not wanted"));
        eventually(() -> payments(buyer).get(0).path("status").asText(), "refunded"::equals);
        assertThat(purchased(buyer)).isZero();
        assertThat(stripe.requests()).anyMatch(request -> request.uri().startsWith("/v1/refunds"));
    }

    private long waiting() {
        return weir.number("SELECT COUNT(*) FROM payments_notice WHERE gateway = 'stripe' AND applied_at IS NULL");
    }

    private static long purchased(Api buyer) {
        return buyer.get("/api/credits/balance").expect(200).number("purchased");
    }

    private static String plan(Api buyer) {
        return buyer.get("/api/subscription").expect(200).json().path("plan").path("slug").asText();
    }

    private static JsonNode payments(Api buyer) {
        return buyer.get("/api/billing/payments").expect(200).json();
    }

    private static String session(String url) {
        assertThat(url).startsWith(stripe.url());
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
