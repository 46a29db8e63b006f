package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plans, invoices and credits as a customer meets them: chosen, previewed, paid, explained, exported, ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalBillingIT {
    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(30_000);
    private static final Map<String, Object> PRICED = Map.of("meter", "calls", "model", "graduated", "included", 10,
            "tiers", List.of(Map.of("upTo", 10, "unitPrice", 0.10), Map.of("unitPrice", 0.05)));
    private final String family = Api.word();
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private Shop shop;
    private String monthly;
    private String yearly;

    @BeforeAll
    void haveTwoTerms() {
        shop = new Shop(weir, "smartspec");
        monthly = plan(Map.of("name", "Atelier " + family, "family", family, "price", 30, "rank", 1, "interval",
                "month", "trialDays", 14, "quotas", Map.of("calls", 100)));
        yearly = plan(Map.of("name", "Atelier by the year " + family, "family", family, "price", 290, "rank", 1,
                "interval", "year", "quotas", Map.of("calls", 1000), "charges", List.of(PRICED)));
    }

    private String plan(Map<String, ?> terms) {
        return shop.administrator().post("/api/admin/packages/subscriptions", terms).expect(201).text("id");
    }

    @Test
    void what_was_previewed_is_billed_and_explained_down_to_single_usages() {
        var buyer = shop.buyerOf(monthly);
        var visit = signedIn(buyer);
        choosesTheYear(visit);
        var bill = visit.page().locator("#bill tbody td:last-child").allInnerTexts();
        assertThat(bill).as("what is left, and the year").hasSize(2);
        assertThat(bill.get(0)).startsWith("-");
        var due = visit.byId("due").innerText();
        visit.page().locator("input[value=sandbox]").check();
        visit.byId("form:pay").click();
        visit.page().waitForURL("**/sandbox/checkout/**");
        visit.paysAtTheSandbox();
        assertThat(visit.page().locator("main .tag")).hasText("paid", SOON);

        visit.open("/invoices");
        visit.page().locator("#invoices tbody a").first().click();
        assertThat(visit.page().locator("#lines summary > .num").allInnerTexts()).extracting(PortalBillingIT::amount)
                .containsExactlyElementsOf(bill);
        assertThat(visit.page().locator("#totals .last td.num")).hasText(due);
        isNobodyElses(visit.page().url().replaceFirst(".*id=", ""));
        visit.page().locator("#lines summary").first().press("Enter");
        assertThat(visit.page().locator("#lines .formula").first()).containsText("÷");
        explainsTheRunningPeriod(visit, buyer);
        seesWhatLessWouldHaveBeen(visit);
    }

    private void isNobodyElses(String invoice) {
        var stranger = signedIn(shop.visitor()).page().request();
        for (String path : List.of("invoice?id=", "invoice/usage?line=1&id=", "invoice/file?as=pdf&id=")) {
            assertThat(stranger.get("/portal/" + path + invoice).status()).as(path).isEqualTo(404);
        }
    }

    private void choosesTheYear(PortalVisit visit) {
        visit.open("/upgrade");
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yearly")).click();
        var card = visit.card("Atelier by the year " + family);
        assertThat(card).containsText("You save $70.00 a year (19.4 %)");
        assertThat(visit.byId("comparison")).containsText("the first 10 ครั้ง: $0.10 per ครั้ง");
        card.locator("a.button.primary").click();
        visit.byId("code").fill("nothing-like-this");
        visit.byId("code").press("Enter");
        assertThat(visit.byId("coupon-refused")).containsText("There is no such coupon");
    }

    private static void explainsTheRunningPeriod(PortalVisit visit, Shop.Buyer buyer) {
        for (int i = 0; i < 25; i++) {
            buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(201);
        }
        visit.open("/invoices").byId("running").getByRole(AriaRole.LINK).click();
        assertThat(visit.byId("state")).hasText("draft");
        visit.page().locator("#lines summary").click();
        assertThat(visit.page().locator("#lines .formula")).hasText("10 × 0.1 + 5 × 0.05 = 1.25");
        assertThat(visit.page().locator(".grants tbody tr")).hasCount(1);
        assertThat(rows(visit)).hasCount(20);
        visit.page().locator("button.more").click();
        assertThat(rows(visit)).hasCount(25);
        assertThat(visit.page().locator("button.more")).hasCount(0);
    }

    private void seesWhatLessWouldHaveBeen(PortalVisit visit) {
        var small = plan(Map.of("name", "Small " + family, "price", 1, "rank", 1, "interval", "month", "quotas",
                Map.of("calls", 10)));
        visit.open("/simulation?plan=" + small);
        assertThat(visit.byId("verdict")).containsText("less than was really billed");
        visit.page().locator("#periods summary").last().click();
        assertThat(visit.byId("periods")).containsText("15 ครั้ง would have been refused");
    }

    private static Locator rows(PortalVisit visit) {
        return visit.page().locator(".usage-rows tbody tr");
    }

    /** The amount of a line without the tax below it. */
    private static String amount(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Test
    void a_trial_is_ended_and_taken_up_again_and_left() {
        var visit = signedIn(shop.visitor());
        visit.open("/upgrade?interval=month").card("Atelier " + family).locator("a.button:not(.primary)").click();
        assertThat(visit.byId("words")).containsText("14 days, for nothing and without a card");
        visit.byId("form:pay").click();
        assertThat(visit.byId("state")).hasText("trial");
        visit.byId("end").click();
        visit.byId("ending:yes").click();
        visit.byId("undo:yes").click();
        visit.byId("now").click();
        assertThat(visit.byId("ending")).containsText("cannot be taken back");
        visit.byId("ending:yes").click();
        assertThat(visit.byId("plan")).hasText("Free");
        visit.open("/upgrade?interval=month");
        assertThat(visit.card("Atelier " + family).locator("a.button:not(.primary)")).hasCount(0);
    }

    @Test
    void credits_are_shown_by_lot_and_their_ledger_is_filtered_and_exported() {
        var buyer = shop.visitor();
        shop.grant(buyer, "credits", 7);
        shop.administrator().post("/api/admin/customers/" + buyer.account() + "/grants",
                Map.of("meter", "credits", "quantity", 1, "reason", "=HYPERLINK(\"http://x\")")).expect(201);
        buyer.api().post("/api/metering/charges", Map.of("meter", "credits", "quantity", 2.5)).expect(201);
        var visit = signedIn(buyer).open("/credits");
        assertThat(visit.byId("lots")).containsText("never expires");
        visit.page().locator("#filter select[name=type]").selectOption("usage");
        visit.page().locator("#filter button").click();
        assertThat(visit.page().locator("#transactions tbody tr")).hasCount(1);
        assertThat(visit.byId("transactions")).containsText("-2.5");
        assertThat(export(visit)).containsPattern("(?m)^[0-9a-f-]{36},credits,[^,]+Z,usage,-2\\.5000,15\\.5000,")
                .doesNotContain("adjustment");
        visit.page().locator("#filter select[name=type]").selectOption("adjustment");
        visit.page().locator("#filter button").click();
        assertThat(export(visit)).contains(",\"'=HYPERLINK(\"\"http://x\"\")\"");
        visit.page().locator("#filter input[name=to]").fill("2020-01-01");
        visit.page().locator("#filter button").click();
        assertThat(visit.byId("transactions")).hasCount(0);
    }

    private static String export(PortalVisit visit) {
        var answer = visit.page().request().get(visit.byId("export").getAttribute("href"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private PortalVisit signedIn(Shop.Buyer buyer) {
        return new PortalVisit(browser.visitor(), "smartspec")
                .signsIn(buyer.customer().email(), buyer.customer().password(), false);
    }
}
