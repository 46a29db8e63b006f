package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the portal takes a visitor for: by cookies, and by nothing else that a visitor or another site can send. */
class PortalSessionIT {
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @Test
    void whoIsRememberedIsKnownAfterTheBrowserWasClosed() {
        var later = reopened(signedIn(true).page().context());
        assertThat(later.open("/dashboard").page()).hasURL(weir.url().resolve("/portal/dashboard").toString());
    }

    @Test
    void whoIsNotRememberedIsForgotten() {
        var later = reopened(signedIn(false).page().context());
        assertThat(later.open("/dashboard").page().url()).contains("/portal/login");
    }

    @Test
    void scriptsAndOtherSitesHaveNoUseForTheSessionCookie() {
        var cookies = signedIn(true).page().context().cookies();
        assertThat(cookies).extracting(cookie -> cookie.name).contains("weir_session");
        assertThat(cookies).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "keys", "usage", "billing", "upgrade", "extensions", "account", "payment"})
    void onlyWhoIsSignedInSeesThePage(String page) {
        var visit = new PortalVisit(browser.visitor(), "portal").open("/" + page);
        assertThat(visit.page().url()).contains("/portal/login?from=%2F" + page);
        assertThat(visit.byId("form:password")).isVisible();
        assertThat(visit.page().request().get("/portal/usage/api").status()).isEqualTo(401);
    }

    @Test
    void signInLeadsToThePageThatWasAskedFor() {
        var visit = new PortalVisit(browser.visitor(), "portal");
        var email = visit.registers();
        visit.open("/usage?range=month").signsIn(email, PortalVisit.PASSWORD, false);
        assertThat(visit.page()).hasURL(weir.url().resolve("/portal/usage?range=month").toString());
    }

    @Test
    void aSignedOutSessionIsDeadWhereverItsCookieWent() {
        var visit = signedIn(true);
        var thief = reopened(visit.page().context());
        thief.open("/dashboard");
        assertThat(thief.byId("current-plan")).isVisible();
        visit.open("/logout").open("/dashboard");
        assertThat(visit.page().url()).contains("/portal/login");
        assertThat(thief.open("/dashboard").page().url()).contains("/portal/login");
    }

    /** Another site can make a browser post a form, but not one with the page's own token. */
    @Test
    void aFormFromElsewhereDoesNothing() {
        var visit = signedIn(false);
        var form = FormData.create().set("create", "create").set("create:name", "forged").set("create:tier", "free")
                .set("create:submit", "x");
        var answer = visit.page().request().post("/portal/keys", RequestOptions.create().setForm(form));
        assertThat(answer.status()).isLessThan(500);
        visit.open("/keys");
        assertThat(visit.page().locator("main")).not().containsText("forged");
        assertThat(visit.page().locator("table.list")).hasCount(0);
    }

    @Test
    void anothersPaymentIsNotFound() {
        var owner = weir.api("portal").newCustomer().api();
        String plan = "";
        for (var offer : weir.api("portal").get("/api/billing/plans").json()) {
            plan = offer.path("slug").asText().equals("premium") ? offer.path("id").asText() : plan;
        }
        var payment = owner.post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201);
        var visit = signedIn(false);
        for (String id : new String[] {payment.text("id"), "01890000-0000-7000-8000-000000000000", Api.word()}) {
            var answer = visit.page().navigate("/portal/payment?id=" + id);
            assertThat(visit.page().content()).doesNotContain(payment.text("reference"));
            assertThat(answer.status()).as("/portal/payment?id=" + id).isEqualTo(404);
        }
    }

    /** A customer is nobody in the console, an administrator nobody in the portal. */
    @Test
    void theTwoDoorsAreApart() {
        var visit = signedIn(false);
        visit.page().navigate("/admin/approvals");
        assertThat(visit.page().url()).contains("/admin/login");
        var administrator = new ConsoleVisit(browser.visitor()).signsIn("portal");
        administrator.page().navigate("/portal/dashboard");
        assertThat(administrator.page().url()).contains("/portal/login");
    }

    private PortalVisit signedIn(boolean remember) {
        var visit = new PortalVisit(browser.visitor(), "portal");
        return visit.signsIn(visit.registers(), PortalVisit.PASSWORD, remember);
    }

    /** A browser that was closed and opened again: only cookies with a date are left. */
    private PortalVisit reopened(BrowserContext before) {
        var after = browser.visitor();
        after.addCookies(before.cookies().stream().filter(cookie -> cookie.expires > 0).toList());
        return new PortalVisit(after, "portal");
    }
}
