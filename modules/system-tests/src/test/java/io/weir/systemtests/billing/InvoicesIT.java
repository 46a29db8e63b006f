package io.weir.systemtests.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invoices over the whole server: made of what was priced, numbered without gaps, given back, explained, proven. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoicesIT {
    private static final String TERMS = """
            {"coupons":[{"code":"HALF","name":"Half","percent":50,"duration":"ONCE","plans":[],"active":true},
              {"code":"FEW","name":"Few","percent":10,"duration":"ONCE","plans":[],"maxRedemptions":5,"active":true},
              {"code":"GIFT","name":"Gift","percent":100,"duration":"ONCE","plans":[],"active":true}],
             "taxes":{"inclusive":false,"reverseCharge":true,"rates":[{"country":"DE","rate":19,"name":"USt"}]},
             "seller":{"name":"Seller GmbH","address":["Weg 1","10115 Berlin"],"country":"DE","vatId":"DE136695976"},
             "invoices":{"draftHours":24,"dueDays":14,"renewalDays":7}}""";
    private static final String USAGE = """
            {"charges":[{"meter":"calls","model":"graduated","included":10,
              "tiers":[{"upTo":10,"unitPrice":0.10},{"unitPrice":0.05}]}],"minimum":20}""";
    private final RunningWeir weir = RunningWeir.shared();
    private Sales sales;

    @BeforeAll
    void start() {
        sales = Sales.alone(weir, "invoices");
        sales.terms(TERMS);
    }

    @Test
    void what_was_priced_is_what_is_paid_and_what_the_invoice_says() {
        var buyer = sales.customer();
        var details = buyer.api().put("/api/billing/details", Map.of("name", "Buyer AG", "address",
                List.of("Straße 2"), "country", "de", "vatId", "", "email", "b@example.com")).expect(200);
        assertThat(details.text("country")).isEqualTo("DE");
        var plan = sales.plan(Map.of("price", 10), "{}");
        var effect = buyer.api().get("/api/billing/coupons/half?plan=" + plan).expect(200);
        assertThat(effect.json().path("total").decimalValue()).isEqualByComparingTo("5.95");

        var payment = sales.buy(buyer, plan, Map.of("couponCode", "half"));

        var invoice = buyer.api().get("/api/billing/invoices").expect(200).json().path(0);
        assertThat(invoice.path("status").asText()).isEqualTo("paid");
        assertThat(invoice.path("paymentId").asText()).isEqualTo(payment);
        assertThat(invoice.path("total").decimalValue()).isEqualByComparingTo("5.95");
        assertThat(invoice.path("tax").decimalValue()).isEqualByComparingTo("0.95");
        assertThat(invoice.path("lines").findValuesAsText("kind")).containsExactly("plan", "discount");
        assertThat(invoice.path("number").asText()).matches("INVOICES-\\d{4}-\\d{6}");
        assertThat(weir.number("SELECT 100 * 5.95 = amount FROM payments_payment WHERE id = ?", payment)).isOne();
        buyer.api().put("/api/billing/details", Map.of("name", "Other")).expect(200);
        assertThat(weir.text("SELECT JSON_VALUE(buyer, '$.name') FROM billing_invoice WHERE payment_id = ?", payment))
                .as("kept with the invoice").isEqualTo("Buyer AG");
        buyer.api().put("/api/billing/details", Map.of("vatId", "DE123", "country", "XX")).expect(400);
    }

    @Test
    void a_coupon_is_taken_exactly_as_often_as_it_may_be_and_given_back_with_its_payment() {
        var plan = sales.plan(Map.of("price", 10), "{}");
        var buyers = IntStream.range(0, 12).mapToObj(i -> sales.customer()).toList();
        var next = new AtomicInteger();
        var answers = Parallel.run(12, 12, () -> buyers.get(next.getAndIncrement()).api().post("/api/payment/create",
                Map.of("packageId", plan, "gateway", "manual", "couponCode", "FEW")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(7)
                .allSatisfy(answer -> assertThat(answer.json().path("details").path("couponCode").asText())
                        .isNotBlank());
        var open = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow().text("id");
        sales.admin().post("/api/admin/payments/" + open + "/reject", Map.of("note", "no")).expect(200);
        Api.eventually(() -> weir.number(
                "SELECT taken FROM billing_coupon_count WHERE code = 'FEW'"), taken -> taken == 4);
    }

    @Test
    void what_costs_nothing_starts_at_once_with_its_invoice() {
        var buyer = sales.customer();
        var plan = sales.plan(Map.of("price", 10), "{}");
        var started = buyer.api().post("/api/billing/subscribe", Map.of("plan", plan, "couponCode", "GIFT"))
                .expect(201).json();
        assertThat(started.path("subscription").path("status").asText()).isEqualTo("active");
        assertThat(started.path("invoice").path("status").asText()).isEqualTo("paid");
        assertThat(started.path("invoice").path("total").decimalValue()).isZero();
        assertThat(sales.subscription(buyer).path("plan").path("id").asText()).isEqualTo(plan);
    }

    @Test
    void numbers_have_no_gap_and_no_double_under_sixty_four_at_once() {
        var plan = sales.plan(Map.of("price", 10), "{}");
        var payments = IntStream.range(0, 64).mapToObj(i -> sales.customer()).map(buyer -> buyer.api()
                .post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201).text("id"))
                .toList();
        var admin = sales.admin();
        var next = new AtomicInteger();
        Parallel.run(64, 64, () -> admin.post("/api/admin/payments/" + payments.get(next.getAndIncrement())
                + "/approve", Map.of("note", "sales")).expect(200));
        assertGapless();
    }

    private void assertGapless() {
        assertThat(weir.number("SELECT COUNT(*) - COUNT(DISTINCT number) FROM billing_invoice i JOIN tenancy_tenant t"
                + " ON t.id = i.tenant_id WHERE t.slug = 'invoices' AND number IS NOT NULL")).isZero();
        assertThat(weir.number("SELECT SUM(last_number) - (SELECT COUNT(*) FROM billing_invoice i WHERE"
                + " i.tenant_id = s.tenant_id AND number IS NOT NULL) FROM billing_invoice_sequence s"
                + " JOIN tenancy_tenant t ON t.id = s.tenant_id WHERE t.slug = 'invoices'")).isZero();
    }

    @Test
    void a_credit_note_gives_back_lines_then_all_that_is_left_and_a_refund_has_one_too() {
        var buyer = sales.customer();
        var plan = sales.plan(Map.of("price", 100), "{}");
        var payment = sales.buy(buyer, plan, Map.of());
        var id = sales.invoices(buyer, "").path(0).path("id").asText();
        var note = sales.admin().post("/api/admin/invoices/" + id + "/credit", Map.of("reason", "sorry", "lines",
                List.of(Map.of("no", 1, "amount", 19)))).expect(201).json();
        assertThat(note.path("kind").asText()).isEqualTo("credit_note");
        assertThat(note.path("number").asText()).contains("-CN-");
        assertThat(note.path("total").decimalValue()).isEqualByComparingTo("19.00");
        assertThat(buyer.api().get("/api/billing/account-credit").expect(200).json().path("balance").decimalValue())
                .isEqualByComparingTo("19.00");
        sales.admin().post("/api/admin/invoices/" + id + "/credit", Map.of("reason", "too much", "lines",
                List.of(Map.of("no", 1, "amount", 101)))).expect(409);
        sales.admin().post("/api/admin/payments/" + payment + "/refund", Map.of("reason", "all of it")).expect(200);
        var all = sales.invoices(buyer, "&kind=credit_note");
        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("total").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(sales.admin().get("/api/admin/invoices/" + id).expect(200).json().path("credited").decimalValue())
                .isEqualByComparingTo("119.00");
        assertGapless();
    }

    @Test
    void usage_becomes_a_draft_then_final_is_paid_explained_and_proven() {
        var plan = sales.plan(Map.of("price", 10, "apiLimit", 100), USAGE);
        var buyer = sales.customer();
        sales.buy(buyer, plan, Map.of());
        buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 35)).expect(201);
        sales.advance("P30D");
        var draft = only(sales.invoices(buyer, "&reason=usage"));
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.has("number")).isFalse();
        sales.advance("PT25H");
        var open = only(sales.invoices(buyer, "&reason=usage"));
        assertThat(open.path("status").asText()).isEqualTo("open");
        // 10 × 0.10 + 15 × 0.05 = 1.75, up to 20 with the plan's 10, and 19 % on it.
        assertThat(open.path("net").decimalValue()).isEqualByComparingTo("10.00");
        assertThat(open.path("total").decimalValue()).isEqualByComparingTo("11.90");
        var customer = sales.again(buyer).api();
        var why = customer.get("/api/billing/invoices/" + open.path("id").asText() + "/explain").expect(200).json();
        assertThat(why.path("intact").asBoolean()).isTrue();
        assertThat(why.path("lines").path(0).path("formula").asText()).isEqualTo("10 × 0.1 + 15 × 0.05 = 1.75");
        assertThat(why.path("lines").path(0).path("usage").path("rows")).hasSize(1);
        assertThat(why.path("lines").path(0).path("usage").path("grants").path(0).path("kind").asText())
                .isEqualTo("plan");
        var payment = customer.post("/api/billing/invoices/" + open.path("id").asText() + "/pay",
                Map.of("gateway", "manual")).expect(201).text("id");
        sales.approve(payment);
        assertThat(only(sales.invoices(buyer, "&reason=usage")).path("status").asText()).isEqualTo("paid");
        sales.again(buyer).api().post("/api/billing/invoices/" + open.path("id").asText() + "/pay", null).expect(409);
        assertProof(open.path("id").asText());
    }

    @Test
    void a_period_that_cannot_be_billed_is_put_aside_and_shown_while_the_others_are_billed_and_tried_again() {
        var plan = sales.plan(Map.of("price", 10, "apiLimit", 100), USAGE);
        var broken = sales.customer();
        var sound = sales.customer();
        sales.buy(broken, plan, Map.of());
        sales.buy(sound, plan, Map.of());
        plan(broken, "99");
        sales.advance("P31D");
        assertThat(sales.invoices(sound, "&reason=usage")).hasSize(1);
        assertThat(sales.invoices(broken, "&reason=usage")).isEmpty();
        var aside = only(sales.admin().get("/api/admin/set-aside").expect(200).json());
        assertThat(aside.path("job").asText()).isEqualTo("billing.draft-usage");
        assertThat(aside.path("error").asText()).contains("PLAN_NOT_FOUND");

        plan(broken, "1");
        sales.admin().post("/api/admin/set-aside/" + aside.path("id").asText() + "/retry", null).expect(204);
        sales.advance("PT1H");
        assertThat(sales.invoices(broken, "&reason=usage")).hasSize(1);
        assertThat(sales.admin().get("/api/admin/set-aside").expect(200).json()).isEmpty();
        sales.admin().post("/api/admin/set-aside/" + aside.path("id").asText() + "/retry", null).expect(404);
    }

    /** The version that the customer's period was opened with. */
    private void plan(Shop.Buyer buyer, String version) {
        sales.sql("UPDATE subscriptions_period p JOIN subscriptions_subscription s ON s.id = p.subscription_id"
                + " SET p.plan_version = ? WHERE s.account_id = ? AND s.is_free = FALSE", version, buyer.account());
    }

    private void assertProof(String invoice) {
        var sound = sales.admin().post("/api/admin/billing/recompute", null).expect(200).json();
        assertThat(sound.path("invoices").asInt()).isPositive();
        assertThat(sound.path("differences")).isEmpty();
        sales.sql("UPDATE billing_invoice_line SET net = net + 1, gross = gross + 1, amount = amount + 1"
                + " WHERE invoice_id = ? AND line_no = 1", invoice);
        var damaged = sales.admin().post("/api/admin/billing/recompute", null).expect(200).json().path("differences");
        assertThat(damaged.findValuesAsText("invoice")).containsOnly(invoice);
        assertThat(damaged.findValuesAsText("what")).contains("line", "content");
        sales.sql("UPDATE billing_invoice_line SET net = net - 1, gross = gross - 1, amount = amount - 1"
                + " WHERE invoice_id = ? AND line_no = 1", invoice);
        sales.sql("UPDATE metering_allowance a JOIN metering_grant g ON g.allowance_id = a.id JOIN billing_invoice i"
                + " ON i.account_id = a.account_id SET a.used = a.used + 1 WHERE i.id = ? AND a.ends_at IS NOT NULL"
                + " AND a.source LIKE CONCAT('subscription/', i.subscription_id, '/%')", invoice);
        damaged = sales.admin().post("/api/admin/billing/recompute", null).expect(200).json().path("differences");
        assertThat(damaged.findValuesAsText("what")).containsExactly("metering");
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.path(0);
    }
}
