package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasClassOptions;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What seed 000 tells its builders to try by hand, tried in a real browser. */
class PortalSelfCheckIT {
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @Test
    void registrationAndSignIn() {
        var visit = new PortalVisit(browser.visitor(), "portal");
        var email = visit.registers();
        assertThat(visit.page().locator(".messages.info")).isVisible();
        visit.signsIn(email, PortalVisit.PASSWORD, false);
        assertThat(visit.page()).hasURL(weir.url().resolve("/portal/dashboard").toString());
        assertThat(visit.page().locator("nav.who .email")).hasText(email);
        assertThat(visit.byId("current-plan")).hasText("Free");
    }

    @Test
    void aWrongPasswordStaysOutside() {
        var visit = new PortalVisit(browser.visitor(), "portal");
        var email = visit.registers();
        visit.byId("form:email").fill(email);
        visit.byId("form:password").fill("Not-my-1-password");
        visit.byId("form:submit").click();
        assertThat(visit.page().locator("#messages .error")).isVisible();
        visit.open("/dashboard");
        assertThat(visit.page().url()).contains("/portal/login");
    }

    @Test
    void anApiKeyIsMadeAndCopied() {
        var visit = signedIn();
        visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        String secret = createsKey(visit, "shop backend");
        visit.page().locator("[data-copy=new-key]").click();
        assertThat(visit.page().locator("[data-copy=new-key]")).hasText("Copied");
        assertThat(visit.page().evaluate("() => navigator.clipboard.readText()")).isEqualTo(secret);
        visit.open("/keys");
        assertThat(visit.byId("new-key")).hasCount(0);
        var row = visit.page().locator("table.list tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("shop backend");
        assertThat(row.locator(".tag")).hasClass("tag active");
        assertThat(visit.page().content()).doesNotContain(secret).contains(secret.substring(0, 12));
    }

    @Test
    void aRevokedKeyStopsWorking() {
        var visit = signedIn();
        var program = weir.api("portal").key(createsKey(visit, "old laptop"));
        program.get("/api/chat/usage").expect(200);
        visit.page().locator("table.list a.danger").click();
        visit.byId("confirm:yes").click();
        assertThat(visit.page().locator("table.list .tag")).hasClass("tag revoked");
        program.get("/api/chat/usage").expect(401);
    }

    @Test
    void usageIsShown() {
        var visit = signedIn();
        var program = weir.api("portal").key(createsKey(visit, "chat bot"));
        for (int i = 0; i < 3; i++) {
            program.post("/api/chat", Map.of("message", "Xin chào")).expect(200);
        }
        Api.eventually(() -> visit.open("/usage?range=day").byId("requests").innerText(), "3"::equals);
        assertThat(visit.page().locator("table.list tbody")).containsText("/api/chat");
        assertThat(visit.page().locator("canvas")).isVisible();
        var figures = visit.page().request().get("/portal/usage/api?range=day");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.text()).contains("\"requests\":3");
        visit.open("/dashboard");
        assertThat(visit.page().locator("main")).containsText("3 of 1,000 used");
    }

    @Test
    void aBankTransferThatIsApprovedRaisesTierAndRate() {
        var visit = signedIn();
        var program = weir.api("portal").key(createsKey(visit, "growing"));
        assertRate(program, 60);
        visit.orders("/upgrade", "Premium", "manual");
        assertThat(visit.page()).hasURL(java.util.regex.Pattern.compile(".*/portal/payment\\?.*"));
        assertThat(visit.byId("bank-account")).not().isEmpty();
        assertThat(visit.page().locator("figure img")).isVisible();
        String reference = visit.byId("reference").innerText();

        new ConsoleVisit(browser.visitor()).signsIn("portal").approves(reference);

        assertThat(visit.page().locator("main .tag")).hasClass("tag completed",
                new HasClassOptions().setTimeout(30_000));
        visit.open("/dashboard");
        assertThat(visit.byId("current-plan")).hasText("Premium");
        assertRate(program, 600);
        visit.open("/keys");
        assertThat(visit.byId("create:tier").locator("option[value=premium]")).hasCount(1);
    }

    private PortalVisit signedIn() {
        var visit = new PortalVisit(browser.visitor(), "portal");
        return visit.signsIn(visit.registers(), PortalVisit.PASSWORD, false);
    }

    private static String createsKey(PortalVisit visit, String name) {
        visit.open("/keys");
        visit.byId("create:name").fill(name);
        visit.byId("create:tier").selectOption("free");
        visit.byId("create:submit").click();
        visit.byId("new-key").waitFor();
        String secret = visit.byId("new-key").innerText();
        assertThat(secret).matches("weir_[0-9A-Za-z]{32}");
        return secret;
    }

    private static void assertRate(Api program, int perMinute) {
        var answer = program.get("/api/chat/usage").expect(200);
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(String.valueOf(perMinute));
        assertThat(answer.header("RateLimit-Policy")).contains("q=" + perMinute);
    }
}
