package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.FreshTenant;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is decided by a button about trials and invoices that nobody has paid, in a tenant with a clock of its own. */
class BillingButtonsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private final RunningWeir weir = RunningWeir.shared();
    private final String slug = "buttons-" + Api.word();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private Page page;
    private PageFaults faults;
    private Instant end;

    @Test
    void a_trial_is_made_longer_and_invoices_are_voided_written_off_mailed_and_at_last_asked_for() {
        FreshTenant.in(weir, slug, ZONE.getId());
        var shop = new Shop(weir, slug);
        var plan = shop.plan(Map.of("name", "Studio", "price", 30, "renewal", "invoice", "trialDays", 14, "apiLimit",
                500));
        var keen = tries(shop.visitor(), plan);
        var gone = tries(shop.visitor(), plan);
        var lost = tries(shop.visitor(), plan);
        takesThePlanAwayAfter(12, shop.administrator());
        page = console();
        savesTheTerms();
        advance(Map.of("by", "P8D"));
        page = console();
        makesVoid(gone);
        writesOff(lost);
        makesTheTrialLonger(keen);
        goesOnAfterAll(keen);
        page.close();
        advance(Map.of("to", end.plus(Duration.ofDays(2)).toString()));
        page = console();
        mails(keen);
        org.assertj.core.api.Assertions.assertThat(faults.all()).isEmpty();
        isToldWhatIsLost(keen);
    }

    private static Buyer tries(Buyer buyer, String plan) {
        buyer.api().post("/api/billing/subscribe", Map.of("plan", plan, "trial", true)).expect(201);
        return buyer;
    }

    private static void takesThePlanAwayAfter(int days, Api admin) {
        var file = admin.with("Accept", "application/yaml").get("/api/admin/catalogue").expect(200).response().body();
        admin.with("Content-Type", "application/yaml").send("PUT", "/api/admin/catalogue", file
                + "\ninvoices:\n  dunning:\n    unpaidAfter: " + days + "\n").expect(200);
    }

    private Page console() {
        var signedIn = new ConsoleVisit(browser.visitor()).signsIn(slug).page();
        signedIn.onDialog(Dialog::accept);
        faults = PageFaults.of(signedIn);
        return signedIn;
    }

    private void savesTheTerms() {
        page.navigate("/admin/billing-terms");
        byId(page, "seller:name").fill("Buttons Ltd");
        byId(page, "seller:address").fill("1 Press Lane\nDublin");
        byId(page, "seller:country").fill("IE");
        byId(page, "seller:save").click();
        assertThat(page.locator("#messages .info")).isVisible();
        byId(page, "taxes:rates").fill("IE 23 VAT");
        byId(page, "taxes:save").click();
        assertThat(page.locator("#taxes .field-error")).containsText("Taxes are charged");
        byId(page, "taxes:charged").check();
        byId(page, "taxes:rates").fill("twenty");
        byId(page, "taxes:save").click();
        assertThat(page.locator("#taxes .field-error")).containsText("line");
        picture("terms-refused");
        byId(page, "taxes:rates").fill("IE 23 VAT");
        byId(page, "taxes:save").click();
        assertThat(page.locator("#messages .info")).isVisible();
        byId(page, "invoices:renewalDays").fill("7");
        byId(page, "invoices:dueDays").fill("10");
        byId(page, "invoices:save").click();
        assertThat(page.locator("#messages .info")).isVisible();
        org.assertj.core.api.Assertions.assertThat(byId(page, "invoices:dueDays").inputValue()).isEqualTo("10");
        org.assertj.core.api.Assertions.assertThat(byId(page, "taxes:rates").inputValue()).contains("IE 23 VAT");
        picture("terms");
    }

    private void makesVoid(Buyer gone) {
        opensTheInvoice(gone);
        byId(page, "void:reason").fill("never began");
        picture("open");
        byId(page, "void:submit").click();
        assertThat(page.locator("p.big .tag.void")).isVisible();
        assertThat(page.locator("#notes tbody tr")).hasCount(1);
        picture("void");
    }

    private void writesOff(Buyer lost) {
        opensTheInvoice(lost);
        byId(page, "lost:submit").click();
        assertThat(page.locator("#lost .field-error")).hasCount(1);
        byId(page, "lost:reason").fill("moved away");
        byId(page, "lost:submit").click();
        assertThat(page.locator("p.big .tag.uncollectible")).isVisible();
        assertThat(byId(page, "proof")).containsText("the same totals");
        picture("uncollectible");
    }

    private void opensTheInvoice(Buyer of) {
        page.navigate("/admin/invoices?status=open&account=" + of.account());
        page.locator("table.invoices tbody a").first().click();
        assertThat(page.locator("p.big .tag.due, p.big .tag.overdue")).isVisible();
    }

    /** Its invoice is withdrawn, and made anew before the new end. */
    private void makesTheTrialLonger(Buyer keen) {
        var before = only(keen);
        page.navigate("/admin/subscription?id=" + before.path("id").asText());
        assertThat(page.locator("#mrr")).hasText("–");
        byId(page, "trial:reason").fill("asked for two more weeks");
        var last = LocalDate.ofInstant(Instant.parse(before.path("currentPeriodEnd").asText()), ZONE).plusDays(14);
        byId(page, "trial:until").fill(last.minusDays(15).toString());
        page.locator("#trial").evaluate("form => form.noValidate = true");
        byId(page, "trial:submit").click();
        assertThat(page.locator("#trial .field-error")).hasCount(1);
        picture("trial-refused");
        byId(page, "trial:until").fill(last.toString());
        byId(page, "trial:submit").click();
        assertThat(page.locator("#messages .info")).containsText("trial");
        assertThat(page.locator("#invoices tbody .tag.void")).hasCount(1);
        picture("trial");
        end = last.plusDays(1).atStartOfDay(ZONE).toInstant();
        org.assertj.core.api.Assertions.assertThat(only(keen).path("currentPeriodEnd").asText())
                .isEqualTo(end.toString().replace("Z", ".000Z"));
    }

    /** Ended by its customer, taken back by theirs too, ended again, and taken back by an administrator. */
    private void goesOnAfterAll(Buyer keen) {
        var visit = portal(keen, 1440, "en-US").open("/subscription");
        visit.byId("end").click();
        visit.byId("ending:yes").click();
        visit.byId("undo:yes").click();
        assertThat(visit.byId("undo")).hasCount(0);
        visit.byId("end").click();
        visit.byId("ending:yes").click();
        picture(visit.page(), "portal-ending");
        page.reload();
        byId(page, "resume:submit").click();
        assertThat(page.locator("#messages .info")).containsText("Studio");
        assertThat(byId(page, "resume")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(only(keen).path("cancelAtPeriodEnd").asBoolean()).isFalse();
        picture("resumed");
    }

    private void mails(Buyer keen) {
        page.navigate("/admin/subscriptions");
        assertThat(page.locator("#subscriptions td[data-label=MRR]")).containsText(new String[] {"$30.44", "–",
            "$30.44"});
        picture("subscriptions");
        opensTheInvoice(keen);
        long mails = mailsTo(keen);
        byId(page, "mail:send").click();
        assertThat(page.locator("#messages .info")).isVisible();
        picture("mailed");
        Api.eventually(() -> mailsTo(keen), many -> many == mails + 1);
    }

    private long mailsTo(Buyer buyer) {
        return weir.number("SELECT COUNT(*) FROM notifications_mail WHERE to_address = ? AND subject LIKE '%BUTTONS%'",
                buyer.customer().email());
    }

    /** On the day that the tenant's terms say, which the form of the other deadlines has left as they were. */
    private void isToldWhatIsLost(Buyer keen) {
        var visit = portal(keen, 1440, "en-US");
        assertThat(visit.byId("state")).hasText("payment overdue");
        assertThat(visit.page().locator("p.owed")).containsText("Pay by " + DateTimeFormatter
                .ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.US).withZone(ZONE)
                .format(end.plus(Duration.ofDays(12))));
        picture(visit.page(), "portal-owed-1440");
        visit.page().locator("p.owed a.pay").click();
        assertThat(visit.byId("form:go")).isVisible();
        picture(visit.page(), "portal-owed-invoice");
        reads("vi", keen);
        var phone = portal(keen, 390, "vi-VN");
        assertThat(phone.page().locator("p.owed strong")).containsText("mất quyền dùng gói");
        picture(phone.page(), "portal-owed-390");
    }

    private void reads(String language, Buyer buyer) {
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE identity_user SET locale = ? WHERE email = ?")) {
            update.setString(1, language);
            update.setString(2, buyer.customer().email());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PortalVisit portal(Buyer buyer, int width, String language) {
        return new PortalVisit(browser.visitor(new NewContextOptions().setLocale(language)
                .setViewportSize(width, 900)), slug).signsIn(buyer.customer().email(), buyer.customer().password(),
                false);
    }

    private JsonNode only(Buyer buyer) {
        return weir.api(slug).administrator().get("/api/admin/subscriptions?account=" + buyer.account()).expect(200)
                .json().path("items").path(0);
    }

    private void advance(Map<String, ?> wish) {
        weir.api(slug).administrator().post("/api/admin/clock/advance", wish);
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM platform_clock c JOIN tenancy_tenant t"
                + " ON t.id = c.tenant_id WHERE t.slug = ? AND c.target_at IS NOT NULL", slug), left -> left == 0);
    }

    private void picture(String name) {
        picture(page, name);
    }

    private static void picture(Page of, String name) {
        of.screenshot(new Page.ScreenshotOptions().setPath(Browser.screenshot("buttons-" + name)).setFullPage(true));
    }
}
