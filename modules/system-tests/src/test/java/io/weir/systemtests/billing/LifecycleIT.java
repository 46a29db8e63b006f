package io.weir.systemtests.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Subscriptions that no gateway charges for: tried, gone on with by invoice, changed, left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecycleIT {
    private static final String BY_INVOICE = "{\"renewal\":\"invoice\"}";
    private final RunningWeir weir = RunningWeir.shared();
    private Sales sales;

    @BeforeAll
    void start() {
        sales = Sales.alone(weir, "lifecycle");
    }

    @Test
    void an_upgrade_costs_what_the_preview_said_less_the_unused_rest_to_the_second() {
        var buyer = sales.customer();
        var basic = sales.plan(Map.of("price", 30, "rank", 1), "{}");
        var pro = sales.plan(Map.of("price", 90, "rank", 2), "{}");
        sales.buy(buyer, basic, Map.of());
        sales.advance("P10D");
        var api = sales.again(buyer).api();
        var bill = api.post("/api/payment/subscription/change-plan?preview=true", Map.of("newPlan", pro)).expect(200)
                .json().path("bill");
        assertThat(bill.path("lines").findValuesAsText("kind")).containsExactly("proration", "plan");
        var changed = api.post("/api/payment/subscription/change-plan", Map.of("newPlan", pro, "gateway", "manual",
                "previewedAt", bill.path("at").asText())).expect(201).json();
        assertThat(changed.path("change").path("dueNow").decimalValue())
                .isEqualByComparingTo(bill.path("total").decimalValue());
        sales.advance("PT2H");
        sales.approve(changed.path("payment").path("id").asText());
        var invoice = only(sales.invoices(buyer, "&reason=change"));
        assertThat(invoice.path("total").decimalValue()).as("as it was asked for, whenever it is paid")
                .isEqualByComparingTo(bill.path("total").decimalValue());
        assertThat(invoice.path("lines")).extracting(line -> line.path("amount").decimalValue())
                .containsExactlyElementsOf(bill.path("lines").findValues("amount").stream()
                        .map(JsonNode::decimalValue).toList());
        assertThat(seconds(invoice.path("lines").path(0), 30)).isBetween(19L * 86_400, 20L * 86_400);
        assertThat(sales.subscription(buyer).path("plan").path("id").asText()).isEqualTo(pro);
    }

    /** How many seconds of 30 days the credit is for. */
    private static long seconds(JsonNode line, int price) {
        return Math.round(-line.path("amount").asDouble() / price * 30 * 86_400);
    }

    @Test
    void what_is_left_beyond_the_new_price_is_the_accounts_and_the_plan_starts_at_once() {
        var buyer = sales.customer();
        var yearly = sales.plan(Map.of("price", 300, "rank", 1, "durationDays", 365), "{}");
        var higher = sales.plan(Map.of("price", 50, "rank", 2), "{}");
        sales.buy(buyer, yearly, Map.of());
        var done = buyer.api().post("/api/payment/subscription/change-plan", Map.of("newPlan", higher)).expect(200)
                .json();
        assertThat(done.has("payment")).isFalse();
        assertThat(done.path("invoice").path("total").decimalValue()).isZero();
        assertThat(done.path("subscription").path("plan").path("id").asText()).isEqualTo(higher);
        var credit = buyer.api().get("/api/billing/account-credit").expect(200).json().path("balance").decimalValue();
        assertThat(credit).isEqualByComparingTo(done.path("change").path("bill").path("credited").decimalValue())
                .isBetween(new BigDecimal("249"), new BigDecimal("250"));
        assertThat(only(sales.invoices(buyer, "&kind=credit_note")).path("total").decimalValue())
                .isEqualByComparingTo(credit);
    }

    @Test
    void an_invoice_paid_in_time_lets_the_period_go_on_exactly_at_its_end() {
        var buyer = sales.customer();
        var plan = sales.plan(Map.of("price", 30), BY_INVOICE);
        sales.buy(buyer, plan, Map.of());
        var end = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        sales.advanceTo(end.minus(Duration.ofDays(6)));
        var open = only(sales.invoices(buyer, "&reason=renewal"));
        assertThat(open.path("status").asText()).isEqualTo("open");
        assertThat(open.path("periodFrom").asText()).isEqualTo(text(end));
        pay(buyer, open);
        assertThat(Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText())).isEqualTo(end);
        sales.advanceTo(end.plusSeconds(60));
        var now = sales.subscription(buyer);
        assertThat(now.path("status").asText()).isEqualTo("active");
        assertThat(now.path("currentPeriodStart").asText()).isEqualTo(text(end));
    }

    @Test
    void one_that_is_not_paid_is_past_due_then_unpaid_and_comes_back_when_it_is() {
        var buyer = sales.customer();
        sales.buy(buyer, sales.plan(Map.of("price", 30), BY_INVOICE), Map.of());
        var end = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        sales.advanceTo(end.plus(Duration.ofDays(1)));
        assertThat(sales.subscription(buyer).path("status").asText()).isEqualTo("past_due");
        sales.advanceTo(end.plus(Duration.ofDays(11)));
        assertThat(sales.subscription(buyer).path("plan").path("price").asInt()).isZero();
        assertThat(sales.again(buyer).api().get("/api/billing/subscriptions").expect(200).json()
                .findValuesAsText("status")).contains("unpaid");
        pay(buyer, only(sales.invoices(buyer, "&reason=renewal&status=open")));
        assertThat(sales.subscription(buyer).path("plan").path("price").asInt()).isEqualTo(30);
        assertThat(sales.invoices(buyer, "&kind=credit_note")).isEmpty();
    }

    @Test
    void one_paid_within_the_grace_time_goes_on_from_the_periods_end() {
        var buyer = sales.customer();
        sales.buy(buyer, sales.plan(Map.of("price", 30), BY_INVOICE), Map.of());
        var end = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        sales.advanceTo(end.plus(Duration.ofDays(2)));
        pay(buyer, only(sales.invoices(buyer, "&reason=renewal")));
        var now = sales.subscription(buyer);
        assertThat(now.path("status").asText()).isEqualTo("active");
        assertThat(now.path("currentPeriodStart").asText()).isEqualTo(text(end));
    }

    @Test
    void a_lower_plan_is_what_the_next_invoice_is_for_and_begins_at_the_end() {
        var buyer = sales.customer();
        var pro = sales.plan(Map.of("price", 90, "rank", 2, "apiLimit", 900), BY_INVOICE);
        var basic = sales.plan(Map.of("price", 30, "rank", 1, "apiLimit", 300), BY_INVOICE);
        sales.buy(buyer, pro, Map.of());
        var end = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        buyer.api().post("/api/payment/subscription/change-plan", Map.of("newPlan", basic)).expect(200);
        sales.advanceTo(end.minus(Duration.ofDays(6)));
        var open = only(sales.invoices(buyer, "&reason=renewal"));
        assertThat(open.path("total").asInt()).isEqualTo(30);
        pay(buyer, open);
        assertThat(sales.subscription(buyer).path("plan").path("id").asText()).isEqualTo(pro);
        sales.advanceTo(end.plusSeconds(1));
        var now = sales.subscription(buyer);
        assertThat(now.path("plan").path("id").asText()).isEqualTo(basic);
        assertThat(now.path("currentPeriodStart").asText()).isEqualTo(text(end));
        assertThat(sales.again(buyer).left("calls")).isEqualTo(300);
    }

    @Test
    void a_trial_needs_no_money_comes_once_and_ends_with_an_invoice_or_the_free_plan() {
        var buyer = sales.customer();
        var plan = sales.plan(Map.of("price", 30), "{\"renewal\":\"invoice\",\"trialDays\":14}");
        var trial = buyer.api().post("/api/billing/subscribe", Map.of("plan", plan, "trial", true)).expect(201).json()
                .path("subscription");
        assertThat(trial.path("status").asText()).isEqualTo("trialing");
        var end = Instant.parse(trial.path("currentPeriodEnd").asText());
        sales.advanceTo(end.minus(Duration.ofDays(1)));
        var open = only(sales.invoices(buyer, "&reason=renewal"));
        pay(buyer, open);
        sales.advanceTo(end.plusSeconds(1));
        assertThat(sales.subscription(buyer).path("status").asText()).isEqualTo("active");
        assertThat(sales.subscription(buyer).path("currentPeriodStart").asText()).isEqualTo(text(end));
        sales.again(buyer).api().put("/api/billing/subscriptions/" + sales.subscription(buyer).path("id").asText()
                + "/cancel", Map.of("atPeriodEnd", false)).expect(200);
        sales.again(buyer).api().post("/api/billing/subscribe", Map.of("plan", plan, "trial", true)).expect(409);
        var other = sales.customer();
        var ends = sales.plan(Map.of("price", 30), "{\"trialDays\":7}");
        other.api().post("/api/billing/subscribe", Map.of("plan", ends, "trial", true)).expect(201);
        sales.advance("P8D");
        assertThat(sales.subscription(other).path("plan").path("price").asInt()).isZero();
        assertThat(sales.invoices(other, "")).isEmpty();
    }

    @Test
    void cancelled_at_the_end_its_invoice_is_withdrawn_and_undone_it_comes_again() {
        var buyer = sales.customer();
        sales.buy(buyer, sales.plan(Map.of("price", 30), BY_INVOICE), Map.of());
        var subscription = sales.subscription(buyer);
        var end = Instant.parse(subscription.path("currentPeriodEnd").asText());
        sales.advanceTo(end.minus(Duration.ofDays(6)));
        var path = "/api/billing/subscriptions/" + subscription.path("id").asText();
        sales.again(buyer).api().put(path + "/cancel", Map.of("atPeriodEnd", true)).expect(200);
        Api.eventually(() -> only(sales.invoices(buyer, "&reason=renewal")),
                read -> read.path("status").asText().equals("void"));
        sales.again(buyer).api().post(path + "/resume", null).expect(200);
        sales.advance("PT1H");
        assertThat(sales.invoices(buyer, "&reason=renewal&status=open")).hasSize(1);
        sales.again(buyer).api().put(path + "/cancel", Map.of("atPeriodEnd", true)).expect(200);
        sales.advanceTo(end.plusSeconds(1));
        assertThat(sales.subscription(buyer).path("plan").path("price").asInt()).isZero();
    }

    private void pay(Shop.Buyer buyer, JsonNode invoice) {
        sales.approve(sales.again(buyer).api().post("/api/billing/invoices/" + invoice.path("id").asText() + "/pay",
                Map.of("gateway", "manual")).expect(201).text("id"));
    }

    /** As the API writes a time. */
    private static String text(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC).format(moment);
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.path(0);
    }
}
