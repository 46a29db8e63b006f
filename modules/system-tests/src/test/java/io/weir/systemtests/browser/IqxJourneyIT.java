package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seed 001's journey from the free tier to a plan with an extension, with the portal's pages where a person acts. */
class IqxJourneyIT {
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @Test
    void fromFreeToPremium() {
        var visit = new PortalVisit(browser.visitor(), "iqx");
        visit.signsIn(visit.registers(), PortalVisit.PASSWORD, false);
        assertThat(visit.byId("current-plan")).hasText("Gói Miễn Phí");
        var program = weir.api("iqx").key(createsKey(visit));
        assertUsage(visit, program, 0, 100);

        for (int i = 0; i < 50; i++) {
            var message = "Phân tích cổ phiếu " + (i % 2 == 0 ? "VIC" : "HPG");
            var answer = program.post("/api/chat", Map.of("message", message)).expect(200);
            assertThat(answer.text("type")).isEqualTo("stock_analysis");
        }
        assertUsage(visit, program, 50, 100);
        visit.open("/extensions");
        assertThat(visit.page().locator("section.plan a.button")).hasCount(0);

        visit.orders("/upgrade", "Gói Cơ Bản", "sandbox").paysAtTheSandbox();
        Api.eventually(() -> program.get("/api/chat/usage").number("limit"), limit -> limit == 1000);
        assertUsage(visit, program, 0, 1000);
        assertThat(visit.byId("current-plan")).hasText("Gói Cơ Bản");

        program.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 950)).expect(201);
        assertUsage(visit, program, 950, 1000);

        visit.orders("/extensions", "Gói Mở Rộng 5K", "sandbox").paysAtTheSandbox();
        Api.eventually(() -> program.get("/api/chat/usage").number("limit"), limit -> limit == 6000);
        assertUsage(visit, program, 950, 6000);

        visit.open("/billing");
        var payments = visit.page().locator("table.list tbody tr");
        assertThat(payments).hasCount(2);
        assertThat(payments.locator(".tag.completed")).hasCount(2);
        assertThat(payments.first()).containsText("IQX-");
    }

    @Test
    void whatIsDeclinedAtTheCheckoutStartsNothing() {
        var visit = new PortalVisit(browser.visitor(), "iqx");
        visit.signsIn(visit.registers(), PortalVisit.PASSWORD, false);
        visit.orders("/upgrade", "Gói Cơ Bản", "sandbox");
        visit.page().locator("input[name=outcome][value=decline]").check();
        visit.page().locator("button.succeed").click();
        visit.page().waitForURL("**/portal/**");
        Api.eventually(() -> visit.open("/billing").page().locator(".tag.failed").count(), count -> count == 1);
        visit.open("/dashboard");
        assertThat(visit.byId("current-plan")).hasText("Gói Miễn Phí");
    }

    private static String createsKey(PortalVisit visit) {
        visit.open("/keys");
        visit.byId("create:name").fill("app");
        visit.byId("create:submit").click();
        return visit.byId("new-key").innerText();
    }

    /** By the API and on the dashboard alike. */
    private static void assertUsage(PortalVisit visit, Api program, int used, int limit) {
        var usage = program.get("/api/chat/usage").expect(200);
        assertThat(usage.number("currentUsage")).isEqualTo(used);
        assertThat(usage.number("limit")).isEqualTo(limit);
        assertThat(usage.number("remaining")).isEqualTo(limit - used);
        visit.open("/dashboard");
        var figures = String.format(Locale.ENGLISH, "%,d of %,d used", used, limit);
        assertThat(visit.page().locator("main")).containsText(figures);
    }
}
