package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money goes back, and what it bought goes with it as far as it is unspent. */
class RefundsIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop smartspec = new Shop(weir, "smartspec");
    private final Shop iqx = new Shop(weir, "iqx");

    @Test
    void all_of_a_plans_price_ends_it_and_the_free_plan_carries_on() {
        var customer = iqx.visitor();
        use(customer, 7);
        var payment = plan(customer, "manual");
        assertThat(slug(customer)).isNotEqualTo("free");
        var answer = refund(iqx, payment, Map.of("reason", "not happy")).expect(200).json();
        assertThat(answer.path("refund").path("status").asText()).isEqualTo("completed");
        assertThat(answer.path("refund").path("byHand").asBoolean()).isTrue();
        assertThat(answer.path("payment").path("status").asText()).isEqualTo("refunded");
        assertThat(slug(customer)).isEqualTo("free");
        Api.eventually(() -> customer.used("calls"), used -> used == 7.0);
        assertThat(customer.api().get("/api/payments/" + payment).expect(200).text("status")).isEqualTo("refunded");
        assertThat(refund(iqx, payment, Map.of("reason", "again")).expect(409).text("code"))
                .isEqualTo("PAYMENT_NOT_REFUNDABLE");
        assertThat(iqx.administrator().get("/api/admin/payments/" + payment + "/refunds").expect(200).json())
                .hasSize(1);
    }

    @Test
    void a_part_of_a_plans_price_leaves_it_running_and_no_more_goes_than_is_left() {
        var customer = iqx.visitor();
        var payment = plan(customer, "manual");
        assertThat(refund(iqx, payment, Map.of("amount", 9_000, "reason", "slow")).expect(200).json().path("payment")
                .path("refundable").asLong()).isEqualTo(90_000);
        assertThat(slug(customer)).isNotEqualTo("free");
        assertThat(refund(iqx, payment, Map.of("amount", 90_001, "reason", "slow")).expect(409).text("code"))
                .isEqualTo("REFUND_TOO_MUCH");
        refund(iqx, payment, Map.of("amount", 0, "reason", "slow")).expect(400);
        refund(iqx, payment, Map.of("amount", 1)).expect(400);
        refund(iqx, payment, Map.of("reason", "all the rest")).expect(200);
        assertThat(slug(customer)).isEqualTo("free");
    }

    @Test
    void many_clicks_give_back_once() {
        var customer = iqx.visitor();
        var payment = plan(customer, "manual");
        var answers = Parallel.run(8, 8, () -> refund(iqx, payment, Map.of("reason", "twice")));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(weir.number("SELECT refunded_minor FROM payments_payment WHERE id = ?", payment))
                .isEqualTo(99_000);
    }

    @Test
    void credits_go_as_far_as_they_are_unspent_and_the_ledger_says_so() {
        var buyer = smartspec.visitor();
        var payment = buyer.api().post("/api/payment/checkout/credits", Map.of("credits_amount", 100, "gateway",
                "manual")).expect(201).json().path("payment").path("id").asText();
        approve(smartspec, payment);
        refund(smartspec, payment, Map.of("amount", 3, "reason", "a third")).expect(200);
        assertThat(purchased(buyer)).isEqualTo(70.0001);
        spend(buyer);
        var left = purchased(buyer);
        assertThat(left).isPositive();
        refund(smartspec, payment, Map.of("reason", "the rest")).expect(200);
        assertThat(purchased(buyer)).isZero();
        var ledger = buyer.api().get("/api/credits/transactions?type=refund").expect(200).json().path("items");
        assertThat(ledger).hasSize(2);
        assertThat(ledger.path(0).path("amount").asDouble()).isEqualTo(-left);
        assertThat(ledger.path(1).path("amount").asDouble()).isEqualTo(-34.9999);
    }

    @Test
    void an_extensions_calls_go_as_far_as_they_are_unspent() {
        var customer = iqx.visitor();
        plan(customer, "manual");
        var extension = customer.api().post("/api/api-extensions/payment/create",
                Map.of("extensionPackageId", extension(customer), "gateway", "manual")).expect(201).text("id");
        approve(iqx, extension);
        assertThat(customer.left("calls")).isEqualTo(2_000.0);
        use(customer, 1_400);
        refund(iqx, extension, Map.of("reason", "not needed")).expect(200);
        assertThat(customer.left("calls")).isZero();
        assertThat(customer.used("calls")).isEqualTo(1_400.0);
    }

    @Test
    void what_the_sandbox_took_goes_back_through_it_or_by_hand() {
        var customer = iqx.visitor();
        var payment = plan(customer, "sandbox");
        assertThat(refund(iqx, payment, Map.of("amount", 10_000, "reason", "cash", "byHand", true)).expect(200).json()
                .path("refund").path("byHand").asBoolean()).isTrue();
        assertThat(refund(iqx, payment, Map.of("reason", "the rest")).status()).isIn(200, 202);
        Api.eventually(() -> iqx.administrator().get("/api/admin/payments/" + payment).expect(200),
                seen -> seen.text("status").equals("refunded"));
        assertThat(slug(customer)).isEqualTo("free");
    }

    @Test
    void only_the_tenants_administrator_gives_back() {
        var customer = iqx.visitor();
        var payment = plan(customer, "manual");
        customer.api().post("/api/admin/payments/" + payment + "/refund", Map.of("reason", "mine")).expect(403);
        refund(smartspec, payment, Map.of("reason", "another tenant's")).expect(404);
    }

    @Test
    void an_end_can_be_taken_back_and_a_lower_plan_is_remembered() {
        var buyer = smartspec.visitor();
        var order = buyer.api().post("/api/payment/checkout/subscription", Map.of("plan", "pro", "gateway",
                "manual")).expect(201).json();
        approve(smartspec, order.path("payment").path("id").asText());
        var down = Map.of("new_plan", "free");
        var preview = buyer.api().post("/api/payment/subscription/change-plan?preview=true", down).expect(200);
        assertThat(preview.text("kind")).isEqualTo("end");
        assertThat(preview.text("message")).isNotBlank();
        assertThat(subscription(buyer).path("cancelAtPeriodEnd").asBoolean()).isFalse();
        buyer.api().post("/api/payment/subscription/change-plan", down).expect(200);
        assertThat(subscription(buyer).path("cancelAtPeriodEnd").asBoolean()).isTrue();
        assertThat(subscription(buyer).path("pendingChange").path("plan").path("slug").asText()).isEqualTo("free");
        var id = subscription(buyer).path("id").asText();
        buyer.api().post("/api/billing/subscriptions/" + id + "/resume", Map.of()).expect(200);
        assertThat(subscription(buyer).path("cancelAtPeriodEnd").asBoolean()).isFalse();
        assertThat(buyer.api().post("/api/payment/subscription/change-plan", Map.of("newPlan", "pro")).expect(409)
                .text("code")).isEqualTo("PLAN_SAME");
        buyer.api().post("/api/payment/subscription/change-plan", Map.of("newPlan", "no-such")).expect(404);
    }

    private String plan(Shop.Buyer customer, String gateway) {
        var id = "";
        for (var plan : customer.api().get("/api/billing/plans").expect(200).json()) {
            id = plan.path("slug").asText().equals("co-ban") ? plan.path("id").asText() : id;
        }
        var payment = customer.api().post("/api/payment/create", Map.of("packageId", id, "gateway", gateway))
                .expect(201);
        if (gateway.equals("manual")) {
            approve(iqx, payment.text("id"));
        } else {
            customer.api().with("Content-Type", "application/x-www-form-urlencoded").send("POST",
                    URI.create(payment.text("checkoutUrl")).getPath(), "outcome=succeed");
            Api.eventually(() -> customer.api().get("/api/payments/" + payment.text("id")),
                    seen -> seen.text("status").equals("completed"));
        }
        return payment.text("id");
    }

    private static String extension(Shop.Buyer customer) {
        for (var extension : customer.api().get("/api/api-extensions/packages").expect(200).json()) {
            if (extension.path("additionalCalls").asLong() == 1_000) {
                return extension.path("id").asText();
            }
        }
        throw new AssertionError("no extension of 1,000 calls");
    }

    private static void approve(Shop shop, String payment) {
        shop.administrator().post("/api/admin/payments/" + payment + "/approve", Map.of("note", "seen")).expect(200);
    }

    private static Api.Answer refund(Shop shop, String payment, Map<String, ?> wish) {
        return shop.administrator().post("/api/admin/payments/" + payment + "/refund", wish);
    }

    private static void use(Shop.Buyer customer, int calls) {
        customer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", calls)).expect(201);
    }

    /** More than the free plan's ten, so that some of the bought ones are used. */
    private static void spend(Shop.Buyer buyer) {
        for (int video = 0; video < 2; video++) {
            buyer.api().post("/api/metering/charges", Map.of("operation", "video", "attributes",
                    Map.of("durationSeconds", 60))).expect(201);
        }
    }

    private static double purchased(Shop.Buyer buyer) {
        return buyer.api().get("/api/credits/balance").expect(200).json().path("purchased").asDouble();
    }

    private static JsonNode subscription(Shop.Buyer buyer) {
        return buyer.api().get("/api/payment/subscription").expect(200).json();
    }

    private static String slug(Shop.Buyer customer) {
        return subscription(customer).path("plan").path("slug").asText();
    }
}
