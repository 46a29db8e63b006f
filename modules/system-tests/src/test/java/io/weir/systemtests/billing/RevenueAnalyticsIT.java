package io.weir.systemtests.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.weir.systemtests.browser.ConsoleVisit;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Four months of a tenant in which everything happens to somebody; then every figure is held against what a
 * book-keeper makes of the invoices, to the cent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevenueAnalyticsIT {
    private static final ZoneId ZONE = BusyTenant.ZONE;
    private static final String ANALYTICS = "/api/admin/analytics";
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private BusyTenant tenant;
    private YearMonth first;
    private Books books;
    private BookKeeper keeper;
    private Instant now;

    @BeforeAll
    void fourMonths() throws SQLException {
        tenant = new BusyTenant(weir);
        tenant.live();
        first = tenant.first;
        now = tenant.now();
        books = Books.of(weir, tenant.slug);
        keeper = new BookKeeper(books, ZONE);
    }

    @Test
    void what_recurs_moves_as_the_invoices_say() {
        var months = get("/recurring?from=" + first.minusMonths(1) + "&to=" + first.plusMonths(3)).path("months");
        assertThat(months).hasSize(5);
        var seen = new HashMap<String, Long>();
        for (var month : months) {
            var from = Instant.parse(month.path("from").asText());
            var until = Instant.parse(month.path("until").asText());
            var byHand = keeper.movements(from, until);
            byHand.forEach((word, sum) -> {
                assertThat(cents(month.path(word).path("amount"))).as(month.path("month") + word).isEqualTo(sum[0]);
                assertThat(month.path(word).path("accounts").asLong()).as(month.path("month") + word).isEqualTo(sum[1]);
                seen.merge(word, sum[1], Long::sum);
            });
            assertThat(cents(month.path("arr"))).isEqualTo(keeper.accounts().stream()
                    .mapToLong(account -> keeper.yearly(account, until)).sum());
        }
        assertThat(seen).as("everything has happened to somebody").allSatisfy((word, accounts) ->
                assertThat(accounts).as(word).isPositive());
    }

    @Test
    void cohorts_are_followed_as_the_invoices_say() {
        var cohorts = get("/cohorts?from=" + first + "&to=" + first.plusMonths(3)).path("cohorts");
        assertThat(cohorts).isNotEmpty();
        long all = 0;
        for (var cohort : cohorts) {
            var month = YearMonth.parse(cohort.path("month").asText());
            var accounts = keeper.accounts().stream().filter(account -> month.atDay(1).equals(keeper.cohort(account)))
                    .toList();
            all += accounts.size();
            assertThat(cohort.path("accounts").asLong()).isEqualTo(accounts.size());
            for (var kept : cohort.path("months")) {
                var next = month.plusMonths(kept.path("after").asLong() + 1).atDay(1).atStartOfDay(ZONE).toInstant();
                var end = next.isAfter(now) ? now : next;
                assertThat(cents(kept.path("mrr"))).isEqualTo(accounts.stream()
                        .mapToLong(account -> keeper.monthly(account, end)).sum());
                assertThat(kept.path("accounts").asLong()).isEqualTo(accounts.stream()
                        .filter(account -> keeper.monthly(account, end) > 0).count());
            }
        }
        assertThat(all).isEqualTo(keeper.accounts().stream().filter(a -> keeper.cohort(a) != null).count());
    }

    @Test
    void each_day_is_billed_and_earned_as_the_invoices_say_and_the_rest_is_deferred() {
        var from = first.minusMonths(1).atDay(1);
        var revenue = get("/revenue?from=" + from + "&to=" + from.plusDays(360));
        var billed = keeper.billed();
        var earned = keeper.recognised();
        for (var day : revenue.path("days")) {
            var date = LocalDate.parse(day.path("day").asText());
            assertThat(cents(day.path("billed"))).as("billed on " + date).isEqualTo(billed.getOrDefault(date, 0L));
            assertThat(cents(day.path("recognised"))).as("earned on " + date).isEqualTo(earned.getOrDefault(date, 0L));
        }
        assertThat(earned.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(books.docs().stream().mapToLong(Books.Doc::net).sum());
        for (var day : List.of(first.atDay(20), first.plusMonths(1).atDay(9), first.plusMonths(2).atDay(6),
                keeper.day(now))) {
            var until = get("/revenue?from=" + day.minusDays(3) + "&to=" + day);
            assertThat(cents(until.path("after").path("deferred"))).isEqualTo(keeper.deferred(day));
            assertThat(cents(until.path("after").path("unbilled"))).isEqualTo(keeper.unbilled(day));
            assertThat(cents(until.path("before").path("deferred"))).isEqualTo(keeper.deferred(day.minusDays(4)));
        }
        assertThat(keeper.unbilled(first.plusMonths(1).atDay(9))).as("used, and billed later").isPositive();
    }

    @Test
    void what_is_unpaid_is_as_old_as_the_invoices_say() {
        var unpaid = get("/unpaid");
        var byHand = keeper.unpaid(now);
        var none = new long[2];
        for (var age : List.of(unpaid.path("ages"), List.of(unpaid.path("writtenOff")))) {
            age.forEach(one -> {
                assertThat(cents(one.path("open"))).isEqualTo(byHand.getOrDefault(one.path("age").asText(), none)[0]);
                assertThat(one.path("invoices").asLong())
                        .isEqualTo(byHand.getOrDefault(one.path("age").asText(), none)[1]);
            });
        }
        assertThat(byHand.keySet()).as("of several ages").hasSizeGreaterThan(1);
    }

    @Test
    void customers_and_packages_are_what_was_billed() {
        var from = first.atDay(1);
        var to = from.plusDays(200);
        var top = get("/customers?limit=100&from=" + from + "&to=" + to);
        var byHand = keeper.customers(from, to);
        assertThat(top.path("customers")).hasSize(byHand.size()).allSatisfy(one -> {
            assertThat(cents(one.path("net"))).isEqualTo(byHand.get(one.path("account").asText()));
            assertThat(one.path("name").asText()).isNotBlank();
        });
        assertThat(cents(top.path("total"))).isEqualTo(byHand.values().stream().mapToLong(Long::longValue).sum());
        assertThat(top.path("customers").findValues("net").stream().map(JsonNode::decimalValue).toList())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        var packages = get("/packages?from=" + from + "&to=" + to).path("packages");
        var sold = keeper.packages(from, to);
        assertThat(packages).hasSize(sold.size()).allSatisfy(one -> {
            var sum = sold.get(one.path("kind").asText() + "/" + one.path("item").asText());
            assertThat(cents(one.path("net"))).isEqualTo(sum[0]);
            assertThat(one.path("sold").asLong()).isEqualTo(sum[1]);
        });
        assertThat(sold.values().stream().mapToLong(sum -> sum[0]).sum()).isEqualTo(cents(top.path("total")));
    }

    @Test
    void packages_took_what_their_paid_invoices_say() {
        long ofPlans = 0;
        for (var plan : tenant.plans.entrySet()) {
            var stats = tenant.admin().get("/api/admin/packages/subscriptions/" + plan.getValue() + "/stats")
                    .expect(200).json().path("stats");
            assertThat(cents(stats.path("totalRevenue"))).as(plan.getKey()).isEqualTo(keeper.taken(plan.getKey()));
            ofPlans += cents(stats.path("totalRevenue"));
        }
        var more = tenant.admin().get("/api/admin/packages/extensions/" + tenant.extension + "/stats").expect(200)
                .json().path("stats");
        assertThat(cents(more.path("totalRevenue"))).isEqualTo(keeper.taken(tenant.extension));
        assertThat(more.path("totalPurchases").asLong()).isEqualTo(books.docs().stream().filter(doc -> doc.lines()
                .stream().anyMatch(line -> line.kind().equals("extension"))).count()).isEqualTo(2);
        assertThat(more.path("totalCallsSold").asLong()).isEqualTo(200);
        var overview = tenant.admin().get("/api/admin/packages/overview").expect(200).json().path("revenue");
        assertThat(cents(overview.path("subscriptions"))).isEqualTo(ofPlans);
        assertThat(cents(overview.path("total"))).isEqualTo(ofPlans + keeper.taken(tenant.extension));
    }

    @Test
    void a_table_is_a_table_and_what_can_not_be_read_is_refused_by_name() {
        var table = tenant.admin().get(ANALYTICS + "/recurring?format=csv&from=" + first + "&to=" + first).expect(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.response().body().split("\r\n")).hasSize(2);
        for (var name : List.of("cohorts", "revenue", "unpaid", "customers", "packages")) {
            assertThat(tenant.admin().with("Accept", "text/csv").get(ANALYTICS + "/" + name).expect(200)
                    .header("Content-Disposition")).contains(name + ".csv");
        }
        Map.of("/recurring?from=2026-13", "from", "/recurring?to=2999-01", "to", "/revenue?from=2026-02-30", "from",
                "/revenue?from=2020-01-01", "from", "/unpaid?currency=XYZ", "currency", "/customers?limit=101", "limit",
                "/packages?format=xml", "format", "/cohorts?to=%2B999999999-01", "to").forEach((query, field) ->
                assertThat(tenant.admin().get(ANALYTICS + query).expect(400).json().path("details").has(field))
                        .as(query).isTrue());
        var summary = tenant.admin().get(ANALYTICS).expect(200).json();
        assertThat(cents(summary.path("mrr"))).isEqualTo(mrr()).isPositive();
        assertThat(ofSubscriptions()).as("the list of subscriptions adds up to it").isEqualTo(mrr());
        tenant.shop.visitor().api().get(ANALYTICS).expect(403);
    }

    @Test
    void the_console_shows_them_with_their_pictures() {
        for (var window : List.of(1440, 390)) {
            tenant.admin().put("/api/auth/profile", Map.of("locale", window == 390 ? "vi" : "en")).expect(200);
            var visit = new ConsoleVisit(browser.visitor(new NewContextOptions().setViewportSize(window, 900)))
                    .signsIn(tenant.slug);
            visit.page().navigate("/admin/analytics");
            assertThat(visit.page().locator("canvas").count()).isEqualTo(6);
            assertThat(visit.page().locator("#recurring tbody tr").count()).isEqualTo(12);
            assertThat(visit.page().locator("#mrr").innerText().replaceAll("[^0-9]", ""))
                    .isEqualTo(String.valueOf(mrr()));
            visit.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Browser.screenshot("analytics-" + window)));
        }
    }

    private long ofSubscriptions() {
        long sum = 0;
        var page = tenant.admin().get("/api/admin/subscriptions?limit=100").expect(200).json();
        assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
        for (var each : page.path("items")) {
            sum += cents(each.path("mrr").path("amount"));
        }
        return sum;
    }

    private long mrr() {
        return keeper.accounts().stream().mapToLong(account -> keeper.monthly(account, now)).sum();
    }

    private JsonNode get(String path) {
        return tenant.admin().get(ANALYTICS + path).expect(200).json();
    }

    private static long cents(JsonNode major) {
        return major.decimalValue().movePointRight(2).longValueExact();
    }
}
