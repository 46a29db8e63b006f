package io.weir.systemtests.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.OwnTenant;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a plan would have cost: two periods that were billed, priced again, on their own plan and on others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateIT {
    private static final String TENANT = "what-if";
    private static final String PATH = "/api/billing/simulate";
    private static final String CATALOGUE = """
            slug: what-if
            name: What if
            currency: EUR
            locale: en
            timeZone: Asia/Bangkok
            sandbox: true
            brand: {title: What if, accent: "#336699"}
            gateways: [manual, credit]
            bankAccount: {name: Bank, iban: DE89370400440532013000, bic: COBADEFFXXX, holder: Seller GmbH}
            seller: {name: Seller GmbH, address: [Weg 1], country: DE}
            taxes: {inclusive: false, rates: [{country: DE, rate: 19, name: USt}]}
            invoices: {draftHours: 24, dueDays: 14, renewalDays: 7}
            coupons:
              - {code: TENTH, name: A tenth, percent: 10, duration: forever}
            meters:
              - {key: calls, title: Calls, unit: calls, decimals: 0}
              - {key: tokens, title: Tokens, unit: tokens, decimals: 0}
            plans:
              - slug: free
                name: Free
                price: 0
                interval: lifetime
                rank: 0
                quotas: {calls: 5}
                requestsPerMinute: 0
              - slug: metered
                name: Metered
                price: 30
                interval: days
                durationDays: 30
                rank: 1
                renewal: invoice
                quotas: {calls: 1000, tokens: 1000}
                requestsPerMinute: 0
                charges:
                  - meter: calls
                    model: graduated
                    included: 10
                    tiers: [{upTo: 10, unitPrice: 0.1037}, {unitPrice: 0.0533}]
                minimum: 40
              - slug: small
                name: Small
                price: 5
                interval: days
                durationDays: 30
                rank: 1
                quotas: {calls: 20}
                requestsPerMinute: 0
            extensions:
              - {name: Ten, additionalCalls: 10, price: 2}
              - {name: Hundred, additionalCalls: 100, price: 12}
            """;
    private final RunningWeir weir = RunningWeir.shared();
    private final Sales sales = new Sales(weir, TENANT);
    private Shop.Buyer buyer;
    private Instant first;
    private Instant second;
    private Instant end;
    private Instant afterPause;

    /** Two periods of a priced plan with a coupon, both billed; nobody else's clock moves. */
    @BeforeAll
    void live() {
        OwnTenant.open(weir, TENANT, "EUR", true);
        put(CATALOGUE, "").expect(200);
        buyer = sales.customer();
        sales.buy(buyer, planId("metered"), Map.of("couponCode", "TENTH"));
        use("calls", 35);
        use("tokens", 7);
        first = Instant.parse(sales.subscription(buyer).path("currentPeriodStart").asText());
        second = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        sales.advanceTo(second.minus(Duration.ofDays(6)));
        pay(sales.invoices(buyer, "&reason=renewal").path(0));
        sales.advanceTo(second.plus(Duration.ofMinutes(10)));
        use("calls", 15);
        sales.advanceTo(second.plus(Duration.ofDays(3)));
        // Left unpaid, it would end the plan with this period, and the coupon with it.
        pay(sales.invoices(buyer, "&reason=usage").path(0));
        afterPause = sales.now();
        use("calls", 217);
        end = Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
        sales.advanceTo(end.plus(Duration.ofHours(25)));
        buyer = sales.again(buyer);
    }

    @Test
    void on_its_own_plan_each_period_comes_to_what_its_invoices_do_to_the_cent() {
        var simulated = simulate("metered", first, end);
        assertThat(simulated.path("periods")).hasSize(2);
        for (var period : simulated.path("periods")) {
            assertThat(period.path("had").asBoolean()).isTrue();
            assertThat(period.path("whole").asBoolean()).isTrue();
            assertThat(period.path("invoices")).hasSize(2);
            var invoices = invoicesFrom(Instant.parse(period.path("from").asText()));
            for (var amount : new String[] {"net", "tax", "total"}) {
                assertThat(period.path("total").path(amount).decimalValue()).as(amount)
                        .isEqualByComparingTo(sum(invoices, amount)).isPositive()
                        .isEqualByComparingTo(period.path("real").path(amount).decimalValue());
            }
            assertThat(period.path("lines").findValuesAsText("kind"))
                    .containsExactlyInAnyOrderElementsOf(kinds(invoices)).contains("usage", "discount", "plan");
            assertThat(period.path("packages")).isEmpty();
        }
        assertThat(simulated.path("periods").path(0).path("lines").findValuesAsText("kind")).contains("minimum");
        assertThat(simulated.path("periods").path(1).path("lines").findValuesAsText("kind")).doesNotContain("minimum");
        assertThat(simulated.path("total")).isEqualTo(simulated.path("real"));
    }

    @Test
    void a_smaller_plan_says_what_it_would_have_refused_from_when_on_and_what_would_have_helped() {
        var simulated = simulate("small", first, end);
        var periods = simulated.path("periods");
        var before = use(periods.path(0), "calls");
        assertThat(before.path("used").asInt()).isEqualTo(35);
        assertThat(before.path("included").asInt()).isEqualTo(20);
        assertThat(before.path("blocked").asInt()).isEqualTo(15);
        assertThat(before.path("uncovered").asInt()).isZero();
        var after = use(periods.path(1), "calls");
        assertThat(after.path("blocked").asInt()).isEqualTo(212);
        assertThat(Instant.parse(after.path("ranOutAt").asText()))
                .isEqualTo(Instant.ofEpochMilli(weir.number("SELECT CAST(1000 * UNIX_TIMESTAMP(MAX(used_at)) AS INT)"
                        + " FROM metering_usage WHERE account_id = ?", buyer.account())))
                .isBetween(afterPause, afterPause.plus(Duration.ofMinutes(1)));
        var tokens = use(periods.path(0), "tokens");
        assertThat(tokens.path("blocked").asInt()).isEqualTo(7);
        assertThat(tokens.path("uncovered").asInt()).as("no package has tokens").isEqualTo(7);
        assertThat(bought(periods.path(0))).isEqualTo("2 Ten");
        assertThat(bought(periods.path(1))).isEqualTo("2 Hundred, 2 Ten");
        // Two periods of 5 less a tenth, 4 and 28 of packages, and 19 % on each line.
        assertThat(simulated.path("packages").path("net").decimalValue()).isEqualByComparingTo("32");
        assertThat(simulated.path("total").path("net").decimalValue()).isEqualByComparingTo("41");
        assertThat(simulated.path("real").path("net").decimalValue()).isGreaterThan(new BigDecimal("60"));
    }

    @Test
    void a_part_of_a_period_costs_its_seconds_and_no_minimum() {
        var part = simulate("metered", first, first.plus(Duration.ofDays(15))).path("periods").path(0);
        assertThat(part.path("whole").asBoolean()).isFalse();
        assertThat(part.path("had").asBoolean()).isFalse();
        assertThat(part.path("lines").findValuesAsText("kind")).containsExactly("plan", "proration", "discount",
                "usage", "discount");
        // 30, less 13.50 that are left of 27, less 3; and 10 × 0.1037 + 15 × 0.0533 = 1.84, less 0.18.
        assertThat(part.path("sum").path("net").decimalValue()).isEqualByComparingTo("15.16");
    }

    @Test
    void what_lies_before_the_account_and_after_now_is_left_out() {
        var day = first.minus(Duration.ofDays(300)).toString().substring(0, 10);
        var all = buyer.api().post(PATH, Map.of("plan", "small", "from", day, "to", end.plus(Duration.ofDays(90))
                .toString().substring(0, 10))).expect(200).json();
        assertThat(Instant.parse(all.path("from").asText())).isAfter(first.minus(Duration.ofDays(1)));
        assertThat(Instant.parse(all.path("to").asText())).isBefore(end.plus(Duration.ofDays(2)));
        var never = buyer.api().post(PATH, Map.of("plan", "small", "from", day, "to", day)).expect(200).json();
        assertThat(never.path("periods")).isEmpty();
        assertThat(never.path("total").path("total").decimalValue()).isZero();
    }

    @Test
    void what_cannot_be_asked_for_is_refused() {
        buyer.api().post(PATH, Map.of("plan", "nowhere", "from", "2026-01-01", "to", "2026-01-31")).expect(404);
        buyer.api().post(PATH, Map.of("plan", "small", "from", "2026-02-01", "to", "2026-01-01")).expect(400);
        buyer.api().post(PATH, Map.of("plan", "small", "from", "2020-01-01", "to", "2023-01-01")).expect(400);
        buyer.api().post(PATH, Map.of("plan", "small", "from", "soon", "to", "2023-01-01")).expect(400);
        buyer.api().post(PATH, Map.of("plan", "small")).expect(400);
        var others = weir.text("SELECT p.id FROM subscriptions_plan p JOIN tenancy_tenant t ON t.id = p.tenant_id"
                + " WHERE t.slug = 'iqx' LIMIT 1");
        buyer.api().post(PATH, Map.of("plan", others, "from", "2026-01-01", "to", "2026-01-31")).expect(404);
        buyer.api().post("/api/admin" + PATH.substring(4), Map.of()).expect(403);
    }

    @Test
    void administrators_ask_for_one_and_for_all() {
        var path = "/api/admin/billing/simulate";
        var span = Map.<String, Object>of("plan", "small", "from", first.toString(), "to", end.toString());
        var one = new HashMap<>(span);
        one.put("account", buyer.account());
        assertThat(sales.admin().post(path, one).expect(200).json()).isEqualTo(simulate("small", first, end));
        one.put("account", new Shop(weir, "chat").visitor().account());
        sales.admin().post(path, one).expect(404);
        var all = sales.admin().post(path, span).expect(200).json();
        assertThat(all.path("counted").asInt()).isOne();
        var mine = all.path("accounts").path("items").path(0);
        assertThat(mine.path("accountId").asText()).isEqualTo(buyer.account());
        assertThat(mine.path("blocked").asBoolean()).isTrue();
        assertThat(mine.path("simulated").decimalValue()).as("two periods less a tenth, from the hour on")
                .isBetween(new BigDecimal("8.99"), new BigDecimal("9"))
                .isEqualByComparingTo(all.path("simulated").path("net").decimalValue());
        assertThat(all.path("gainers")).containsExactly(mine);
        assertThat(all.path("losers")).isEmpty();
        assertThat(sales.admin().post(path + "?limit=5", Map.of("plan", "small", "from", first.toString(), "to",
                end.toString(), "onlyHolders", true)).expect(200).number("counted")).isZero();
    }

    @Test
    void a_catalogue_that_is_tried_says_what_it_would_have_earned_last_month() {
        var tried = put(CATALOGUE.replace("price: 30", "price: 60"), "?dryRun=true").expect(200).json().path("impact");
        var month = tried.path("lastMonth");
        assertThat(month.path("holders").asInt()).isOne();
        assertThat(month.path("cut").asBoolean()).isFalse();
        assertThat(month.path("after").decimalValue()).isGreaterThan(month.path("before").decimalValue());
        assertThat(month.path("before").decimalValue()).isPositive();
        assertThat(put(CATALOGUE.replace("Ten,", "Tens,"), "?dryRun=true").expect(200).json().path("impact")
                .has("lastMonth")).as("no plan changes").isFalse();
        assertThat(simulate("metered", first, end).path("plan").path("version").asInt()).as("only tried").isOne();
    }

    private Api.Answer put(String yaml, String query) {
        return sales.admin().with("Content-Type", "application/yaml").put("/api/admin/catalogue" + query, yaml);
    }

    private String planId(String slug) {
        return weir.text("SELECT p.id FROM subscriptions_plan p JOIN tenancy_tenant t ON t.id = p.tenant_id"
                + " WHERE t.slug = ? AND p.slug = ?", TENANT, slug);
    }

    private void use(String meter, int quantity) {
        sales.again(buyer).api().post("/api/metering/charges", Map.of("meter", meter, "quantity", quantity))
                .expect(201);
    }

    private void pay(JsonNode invoice) {
        sales.approve(sales.again(buyer).api().post("/api/billing/invoices/" + invoice.path("id").asText() + "/pay",
                Map.of("gateway", "manual")).expect(201).text("id"));
    }

    private JsonNode simulate(String plan, Instant from, Instant to) {
        return buyer.api().post(PATH, Map.of("plan", plan, "from", from.toString(), "to", to.toString())).expect(200)
                .json();
    }

    private Iterable<JsonNode> invoicesFrom(Instant from) {
        return StreamSupport.stream(sales.invoices(buyer, "&kind=invoice").spliterator(), false)
                .filter(invoice -> Instant.parse(invoice.path("periodFrom").asText()).equals(from)).toList();
    }

    private static BigDecimal sum(Iterable<JsonNode> invoices, String amount) {
        return StreamSupport.stream(invoices.spliterator(), false).map(each -> each.path(amount).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Iterable<String> kinds(Iterable<JsonNode> invoices) {
        return StreamSupport.stream(invoices.spliterator(), false)
                .flatMap(each -> each.path("lines").findValuesAsText("kind").stream()).toList();
    }

    private static JsonNode use(JsonNode period, String meter) {
        return StreamSupport.stream(period.path("usage").spliterator(), false)
                .filter(each -> each.path("meter").asText().equals(meter)).findFirst().orElseThrow();
    }

    private static String bought(JsonNode period) {
        return StreamSupport.stream(period.path("packages").spliterator(), false)
                .map(each -> each.path("count").asText() + " " + each.path("name").asText()).sorted()
                .reduce((a, b) -> a + ", " + b).orElse("");
    }
}
