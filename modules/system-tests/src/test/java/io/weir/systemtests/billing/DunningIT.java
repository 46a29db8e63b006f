package io.weir.systemtests.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invoices that nobody pays: reminded of, tried, unpaid; and paid after all, by whoever has the link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DunningIT {
    private static final String BY_INVOICE = "{\"renewal\":\"invoice\"}";
    private static final Pattern LINK = Pattern.compile("http://\\S+/portal/pay/[A-Za-z0-9_-]+");
    private final RunningWeir weir = RunningWeir.shared();
    private final Sales sales = new Sales(weir, "smartspec");
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @AfterAll
    void asItWas() {
        sales.terms("{}");
    }

    @Test
    void not_paid_it_is_reminded_of_and_unpaid_and_paid_by_the_link_the_plan_comes_back() throws SQLException {
        sales.terms("{}");
        var rich = sales.customer();
        var buyer = sales.customer();
        var plan = sales.plan(Map.of("price", 30, "apiLimit", 500), BY_INVOICE);
        sales.buy(rich, plan, Map.of());
        sales.buy(buyer, plan, Map.of());
        sales.admin().post("/api/admin/customers/" + rich.account() + "/credit", Map.of("amount", 30, "note", "gift"))
                .expect(200);
        var end = end(buyer);
        sales.advanceTo(end.minus(Duration.ofDays(4)));
        var open = renewal(buyer);
        assertThat(Instant.parse(open.path("dueAt").asText())).as("when its period begins").isEqualTo(end);
        assertThat(dunning(open).path("stage").asText()).isEqualTo("upcoming");
        sales.advanceTo(end.plus(Duration.ofDays(9)));
        assertThat(sales.subscription(buyer).path("status").asText()).isEqualTo("past_due");
        assertThat(dunning(open).path("stage").asText()).isEqualTo("overdue");
        paidOfCredit(rich, end(rich).minus(Duration.ofDays(30)));
        sales.advanceTo(end.plus(Duration.ofDays(11)));
        var subjects = subjects(buyer, open);
        assertThat(subjects).as("each once, in order, after the invoice itself").hasSize(6);
        assertThat(subjects.subList(1, 6)).extracting(subject -> subject.split(":")[0].split(" is due")[0])
                .containsExactly("Invoice " + number(open), "Invoice " + number(open), "Reminder", "Last reminder",
                        "Your plan does not go on");
        assertThat(dunning(open).path("stage").asText()).isEqualTo("unpaid");
        assertThat(sales.subscription(buyer).path("plan").path("price").asInt()).isZero();
        assertThat(renewal(buyer).path("status").asText()).isEqualTo("open");

        paysByLink(link(buyer, open));
        var now = sales.subscription(buyer);
        assertThat(now.path("status").asText()).isEqualTo("active");
        assertThat(Instant.parse(now.path("currentPeriodStart").asText())).as("a whole period from now on")
                .isAfter(end.plus(Duration.ofDays(10)));
        assertThat(sales.again(buyer).left("calls")).isEqualTo(500);
        Api.eventually(() -> dunning(open), read -> read.path("stage").asText().equals("paid"));
        Api.eventually(() -> last(buyer, open), subject -> subject.startsWith("Thank you"));
    }

    /** A browser that has never been here. */
    private void paysByLink(String link) {
        var page = browser.visitor().newPage();
        page.navigate(link);
        assertThat(page.locator("#due")).containsText("30");
        assertThat(page.locator("nav.side")).hasCount(0);
        picture(page, "open");
        page.locator("input[value=manual]").check();
        page.locator("[id='form:pay']").click();
        assertThat(page.locator("#reference")).isVisible();
        picture(page, "transfer");
        var reference = page.locator("#reference").innerText();
        sales.approve(weir.text("SELECT id FROM payments_payment WHERE reference = ?", reference));
        assertThat(page.locator("#paid")).isVisible();
        picture(page, "paid");
        assertThat(page.locator("main").innerText()).doesNotContain("30.00", "Shop ");
    }

    private static void picture(Page page, String name) {
        for (var width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Browser.screenshot("pay-" + name + "-" + width)));
        }
    }

    /** At the moment when its period begins. */
    private void paidOfCredit(Shop.Buyer rich, Instant end) {
        var paid = renewal(rich);
        assertThat(paid.path("status").asText()).isEqualTo("paid");
        assertThat(dunning(paid).path("outcome").asText()).isEqualTo("paid-by-credit");
        var goesOn = sales.subscription(rich);
        assertThat(goesOn.path("status").asText()).isEqualTo("active");
        assertThat(Instant.parse(goesOn.path("currentPeriodStart").asText())).isEqualTo(end);
        assertThat(Instant.parse(paid.path("paidAt").asText())).isEqualTo(end);
    }

    @Test
    void where_the_rule_is_to_cancel_the_claim_goes_with_the_plan_and_a_person_can_hold_it_all() {
        sales.terms("{\"invoices\":{\"draftHours\":24,\"dueDays\":14,\"renewalDays\":7,\"dunning\":{\"reminders\":[1],"
                + "\"retries\":[],\"unpaidAfter\":2,\"then\":\"CANCEL\",\"giveUpAfter\":30}}}");
        var buyer = sales.customer();
        var held = sales.customer();
        var plan = sales.plan(Map.of("price", 30), BY_INVOICE);
        sales.buy(buyer, plan, Map.of());
        sales.buy(held, plan, Map.of());
        var end = end(held);
        sales.advanceTo(end.plusSeconds(60));
        var open = renewal(held);
        var path = "/api/admin/dunning/" + open.path("id").asText();
        assertThat(sales.admin().post(path + "/retry", null).expect(200).text("outcome")).isEqualTo("nothing-to-try");
        assertThat(sales.admin().post(path + "/pause", Map.of("reason", "they called")).expect(200).json()
                .path("paused").asBoolean()).isTrue();
        sales.advanceTo(end.plus(Duration.ofDays(5)));
        assertThat(sales.subscription(held).path("status").asText()).as("held by a person").isEqualTo("past_due");
        assertThat(sales.subscription(buyer).path("plan").path("price").asInt()).isZero();
        var withdrawn = Api.eventually(() -> renewal(buyer), read -> read.path("status").asText().equals("void"));
        assertThat(dunning(withdrawn).path("stage").asText()).isEqualTo("closed");
        assertThat(last(buyer, withdrawn)).startsWith("Your plan has ended");
        assertThat(weir.api("smartspec").with("Accept", "text/html").get(URI.create(sales.again(buyer).api()
                .get("/api/billing/invoices/" + withdrawn.path("id").asText() + "/pay-link").expect(200).text("url"))
                .getPath()).expect(200).response().body()).contains("id=\"closed\"").doesNotContain("form:pay");

        sales.admin().post(path + "/resume", null).expect(200);
        sales.advance("PT1M");
        assertThat(sales.subscription(held).path("plan").path("price").asInt()).isZero();
        sales.admin().post(path + "/stop", Map.of("reason", "late")).expect(409);
        assertThat(sales.admin().get(path).expect(200).json().path("events").findValuesAsText("what"))
                .contains("retry", "paused", "resumed", "unpaid.cancel");
        assertThat(sales.admin().get("/api/admin/dunning?stage=closed&olderThan=1").expect(200).json().path("items")
                .findValuesAsText("invoice")).contains(open.path("id").asText());
    }

    @Test
    void a_link_that_nobody_made_leads_nowhere_and_guessing_is_slowed_down() {
        var anybody = weir.api("smartspec").with("Accept", "text/html");
        anybody.get("/portal/pay/" + "A".repeat(70)).expect(404);
        assertThat(Api.eventually(() -> anybody.get("/portal/pay/" + "A".repeat(70)).status(),
                status -> status == 429)).isEqualTo(429);
    }

    private Instant end(Shop.Buyer buyer) {
        return Instant.parse(sales.subscription(buyer).path("currentPeriodEnd").asText());
    }

    private JsonNode renewal(Shop.Buyer buyer) {
        var list = sales.invoices(buyer, "&reason=renewal&kind=invoice");
        assertThat(list).hasSize(1);
        return list.path(0);
    }

    private JsonNode dunning(JsonNode invoice) {
        return sales.admin().get("/api/admin/dunning/" + invoice.path("id").asText()).expect(200).json()
                .path("dunning");
    }

    private static String number(JsonNode invoice) {
        return invoice.path("number").asText();
    }

    private String link(Shop.Buyer buyer, JsonNode invoice) {
        var asked = sales.again(buyer).api().get("/api/billing/invoices/" + invoice.path("id").asText() + "/pay-link")
                .expect(200).text("url");
        var mailed = LINK.matcher(weir.text("SELECT body FROM notifications_mail WHERE to_address = ?"
                + " AND subject LIKE 'Last reminder%'", buyer.customer().email()));
        assertThat(mailed.find()).isTrue();
        assertThat(mailed.group()).as("the same everywhere").isEqualTo(asked);
        return URI.create(asked).getPath();
    }

    private String last(Shop.Buyer buyer, JsonNode invoice) {
        try {
            var all = subjects(buyer, invoice);
            return all.get(all.size() - 1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the mails about it, in the order in which they were written. */
    private List<String> subjects(Shop.Buyer buyer, JsonNode invoice) throws SQLException {
        var subjects = new ArrayList<String>();
        try (var connection = weir.database(); var query = connection.prepareStatement("SELECT subject FROM"
                + " notifications_mail WHERE to_address = ? AND subject LIKE ? ORDER BY created_at, id")) {
            query.setString(1, buyer.customer().email());
            query.setString(2, "%" + number(invoice) + "%");
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
            }
        }
        return subjects;
    }
}
