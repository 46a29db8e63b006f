package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coupons, subscriptions and invoices in the console, from a new coupon to a credit note and its proof. */
class ConsoleBillingIT {
    private static final String TENANT = "smartspec";
    private static final String ADMINISTRATOR = "admin@" + TENANT + ".example";
    private static final String CODE = "SAVE" + Api.word().toUpperCase(Locale.ROOT).replaceAll("\\W", "");
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, TENANT);
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private Page page;
    private PageFaults faults;

    @Test
    void a_coupon_is_made_a_plan_changed_and_an_invoice_opened_down_to_its_usage_and_given_back() throws SQLException {
        var basic = shop.plan(Map.of("name", "Metered " + CODE, "price", 30, "rank", 1, "apiLimit", 5000,
                "renewal", "invoice", "charges", List.of(Map.of("meter", "calls", "model", "graduated", "included", 10,
                        "tiers", List.of(Map.of("upTo", 10, "unitPrice", 0.1), Map.of("unitPrice", 0.05))))));
        var pro = shop.plan(Map.of("name", "Pro " + CODE, "price", 90, "rank", 2, "apiLimit", 9000));
        var buyer = shop.buyerOf(basic);
        for (int i = 0; i < 3; i++) {
            buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 10)).expect(201);
        }
        page = new ConsoleVisit(browser.visitor()).signsIn(TENANT).page();
        page.onDialog(Dialog::accept);
        faults = PageFaults.of(page);

        makesACoupon();
        changesThePlan(buyer, pro);
        opensTheUsage(buyer);
        givesAPartBack();
        seesWhatTheCouponTookOff(buyer);
        org.assertj.core.api.Assertions.assertThat(faults.all()).isEmpty();
        looksAtItAll(buyer);
    }

    private void makesACoupon() {
        page.navigate("/admin/coupons");
        page.locator("a.button.primary").click();
        byId(page, "form:code").fill(CODE);
        byId(page, "form:name").fill("A quarter off");
        byId(page, "form:value").fill("125");
        byId(page, "form:save").click();
        assertThat(page.locator("#form .field-error")).hasCount(1);
        byId(page, "form:value").fill("25");
        picture("coupon-new");
        byId(page, "form:save").click();
        assertThat(page.locator("#messages .info")).containsText(CODE);
        page.navigate("/admin/catalogue");
        org.assertj.core.api.Assertions.assertThat(byId(page, "form:text").inputValue())
                .contains("code: " + CODE, "percent: 25");
        page.navigate("/admin/coupon?code=" + CODE);
        byId(page, "switch:stop").click();
        assertThat(page.locator(".tag.off")).isVisible();
        byId(page, "switch:start").click();
        assertThat(page.locator("main .tag.active")).isVisible();
    }

    /** It is found by its customer, priced, ordered for the customer at that price, and paid. */
    private void changesThePlan(Shop.Buyer buyer, String pro) {
        page.navigate("/admin/subscriptions");
        page.locator("input[name=customer]").fill(buyer.customer().email());
        page.locator("form.search button").click();
        assertThat(page.locator("#subscriptions tbody tr")).hasCount(1);
        picture("subscriptions");
        page.locator("#subscriptions td.actions a").click();
        assertThat(byId(page, "next")).containsText("The invoice for the next one is made on");
        page.locator("select[name=to]").selectOption(pro);
        page.locator("input[name=coupon]").fill(CODE);
        page.locator("#other form.search button").click();
        assertThat(page.locator("#preview tbody tr")).hasCount(3);
        var total = byId(page, "preview-total").textContent();
        picture("subscription-preview");
        byId(page, "change:gateway").selectOption("manual");
        byId(page, "change:reason").fill("asked for by telephone");
        sendsTheFormTwiceAtOnce("change");
        byId(page, "change:submit").dblclick();
        assertThat(page.locator("#messages .info")).containsText(total);
        org.assertj.core.api.Assertions.assertThat(weir.number("SELECT COUNT(*) FROM payments_payment"
                + " WHERE account_id = ?", buyer.account())).as("the first plan's, and one for the change").isEqualTo(2);
        assertThat(page.locator("p.big")).containsText(total);
        var payment = page.url().replaceFirst(".*id=", "");
        shop.administrator().post("/api/admin/payments/" + payment + "/approve", Map.of("note", "came")).expect(200);
        assertThat(page.locator("main")).containsText("Pro " + CODE);
        org.assertj.core.api.Assertions.assertThat(shop.administrator().get("/api/admin/audit?limit=20").expect(200)
                .json().toString()).contains("subscription.changed", "asked for by telephone");
    }

    /** As an impatient hand does where no script stands in its way. */
    private void sendsTheFormTwiceAtOnce(String form) {
        byId(page, form).evaluate("""
                form => {
                  const data = new URLSearchParams(new FormData(form));
                  data.append(form.id + ':submit', 'pressed');
                  const send = () => fetch(form.action, { method: 'POST', body: data, redirect: 'manual' });
                  return Promise.all([send(), send()]).then(answers => answers.length);
                }""");
    }

    /** The old period is over, so what was used of it is billed. */
    private void opensTheUsage(Shop.Buyer buyer) throws SQLException {
        carryOn();
        page.navigate("/admin/invoices?status=draft&account=" + buyer.account());
        assertThat(page.locator("table.invoices tbody tr")).hasCount(1);
        page.locator("table.invoices tbody a").first().click();
        assertThat(byId(page, "waits")).containsText("late usage");
        picture("invoice-draft");
        try (var connection = weir.database(); var update = connection.prepareStatement("UPDATE billing_invoice"
                + " SET final_at = created_at WHERE status = 'draft' AND account_id = ?")) {
            update.setString(1, buyer.account());
            update.executeUpdate();
        }
        carryOn();
        page.navigate("/admin/invoices?reason=usage&account=" + buyer.account());
        assertThat(page.locator("#sums tbody tr")).hasCount(1);
        page.locator("table.invoices tbody a").first().click();
        assertThat(page.locator("p.big")).containsText("$1.50");
        page.locator("#lines summary").click();
        assertThat(page.locator("#lines details")).containsText("10 × 0.1 + 10 × 0.05");
        assertThat(page.locator("#lines details table.usages tbody tr")).hasCount(3);
        assertThat(page.locator("#lines details table.grants tbody tr")).not().hasCount(0);
        assertThat(byId(page, "proof")).containsText("the same totals");
        picture("invoice-usage");
        for (var file : List.of("/admin/invoice-file?id=", "/admin/invoice-file?as=ubl&id=")) {
            assertThat(page.request().get(file + page.url().replaceFirst(".*id=", ""))).isOK();
        }
    }

    /** What is due runs when the clock moves, by a second here. */
    private void carryOn() {
        shop.administrator().post("/api/admin/clock/advance", Map.of("by", "PT1S"));
        Api.eventually(() -> shop.administrator().get("/api/admin/clock").expect(200),
                read -> !read.json().has("target"));
    }

    private void givesAPartBack() {
        page.locator("input[name='line.1']").fill("0.50");
        byId(page, "credit:reason").fill("five calls had failed");
        byId(page, "credit:submit").click();
        assertThat(page.locator("#messages .info")).containsText("-CN-");
        assertThat(page.locator("#notes tbody tr")).hasCount(1);
        assertThat(page.locator("#lines .totals")).containsText("$1.00");
        assertThat(byId(page, "proof")).containsText("the same totals");
        page.locator("#notes tbody a").first().click();
        assertThat(page.locator("h1")).containsText("-CN-");
        assertThat(byId(page, "proof")).containsText("the same totals");
        picture("credit-note");
    }

    private void seesWhatTheCouponTookOff(Shop.Buyer buyer) {
        page.navigate("/admin/invoices?reason=usage&account=" + buyer.account());
        assertThat(page.locator("#sums td.num").last()).hasText("$1.00");
        page.navigate("/admin/coupon?code=" + CODE);
        assertThat(page.locator("#redemptions tbody tr")).hasCount(1);
        assertThat(byId(page, "off")).hasText(page.locator("#redemptions td.num").textContent());
        picture("coupon");
        page.navigate("/admin/customer?id=" + buyer.account());
        assertThat(page.locator("#invoices tbody tr")).hasCount(4);
        picture("customer");
    }

    /** The same pages on a phone, to an administrator who reads Vietnamese. */
    private void looksAtItAll(Shop.Buyer buyer) throws SQLException {
        var before = weir.text("SELECT locale FROM identity_user WHERE email = ?", ADMINISTRATOR);
        administratorReads("vi");
        try {
            var phone = browser.visitor(new NewContextOptions().setViewportSize(390, 844)
                    .setStorageState(page.context().storageState())).newPage();
            var wrong = PageFaults.of(phone);
            phone.navigate("/admin/invoices?reason=usage&account=" + buyer.account());
            look(phone, wrong, "invoices");
            phone.locator("table.invoices tbody a").first().click();
            assertThat(phone.locator("h1")).containsText("Hóa đơn");
            phone.locator("#lines summary").click();
            look(phone, wrong, "invoice");
            phone.navigate("/admin/subscriptions?customer=" + buyer.customer().email());
            look(phone, wrong, "subscriptions");
            phone.locator("#subscriptions td.actions a").first().click();
            look(phone, wrong, "subscription");
            phone.navigate("/admin/coupon?code=" + CODE);
            look(phone, wrong, "coupon");
            phone.navigate("/admin/coupons");
            look(phone, wrong, "coupons");
        } finally {
            administratorReads(before);
        }
    }

    private static void look(Page phone, PageFaults wrong, String name) {
        picture(phone, "phone-" + name);
        org.assertj.core.api.Assertions.assertThat(wrong.all()).as(name).isEmpty();
    }

    private void administratorReads(String language) throws SQLException {
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE identity_user SET locale = ? WHERE email = ?")) {
            update.setString(1, language);
            update.setString(2, ADMINISTRATOR);
            update.executeUpdate();
        }
    }

    private void picture(String name) {
        picture(page, name);
    }

    private static void picture(Page of, String name) {
        of.screenshot(new Page.ScreenshotOptions().setPath(Browser.screenshot("billing-" + name)).setFullPage(true));
    }
}
