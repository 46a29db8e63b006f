package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.FilePayload;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Paying in the portal: what a payer sees without doing anything, shows, gives up and files. */
class PortalPaymentsIT {
    /** One pixel. */
    private static final byte[] PICTURE = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
            + "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(30_000);
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @Test
    void a_transfer_in_two_parts_is_shown_as_it_comes_and_ends_in_a_receipt() {
        var visit = ordersByTransfer();
        var id = visit.page().url().replaceFirst(".*id=", "");
        visit.byId("proof:file").setInputFiles(new FilePayload("bank.png", "image/png", PICTURE));
        visit.byId("proof:send").click();
        assertThat(visit.page().locator("#proofs li a")).hasText("bank.png");
        visit.byId("proof:file").setInputFiles(new FilePayload("bank.png", "image/png", "no picture".getBytes()));
        visit.byId("proof:send").click();
        assertThat(visit.page().locator("#messages .error")).isVisible();
        assertThat(visit.page().locator("#proofs li a")).hasCount(1);

        visit.open("/payment?id=" + id);
        receives(id, 40_000);
        assertThat(visit.byId("received")).hasText("₫40,000", SOON);
        assertThat(visit.byId("missing")).hasText("₫59,000");
        assertThat(visit.page().locator("figure img")).hasCount(0);
        assertThat(visit.byId("giveup")).hasCount(0);
        receives(id, 60_000);
        assertThat(visit.page().locator("main .tag")).hasText("paid", SOON);

        visit.open("/billing");
        assertThat(visit.page().locator("#credit .big")).hasText("₫1,000");
        visit.page().locator("#payments a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Receipt"))
                .click();
        assertThat(visit.byId("receipt")).containsText("IQX-");
        assertThat(visit.byId("receipt")).containsText("₫99,000");
        var stranger = new PortalVisit(browser.visitor(), "iqx");
        stranger.signsIn(stranger.registers(), PortalVisit.PASSWORD, false);
        for (String page : new String[] {"receipt", "payment", "payment/status", "payment/proof"}) {
            assertThat(stranger.page().navigate("/portal/" + page + "?id=" + id + "&proof=" + id).status())
                    .as(page).isEqualTo(404);
        }
    }

    @Test
    void what_is_given_up_is_asked_about_and_can_be_bought_again() {
        var visit = ordersByTransfer();
        visit.byId("giveup").click();
        visit.byId("form:cancel").click();
        assertThat(visit.page().locator("main .tag")).hasText("cancelled");
        assertThat(visit.page().locator("main a.primary")).hasAttribute("href", "/portal/upgrade");
        visit.open("/payment");
        assertThat(visit.page().locator("main .tag")).hasText("cancelled");
    }

    @Test
    void credit_is_a_way_to_pay_once_it_suffices() {
        var visit = ordersByTransfer();
        receives(visit.page().url().replaceFirst(".*id=", ""), 198_000);
        visit.open("/upgrade");
        visit.card("Gói Cơ Bản").locator("a.button.primary").click();
        assertThat(way(visit, "credit")).containsText("₫99,000");
        visit.orders("/upgrade", "Gói Cơ Bản", "credit");
        assertThat(visit.page().locator("main .tag")).hasText("paid");
        visit.open("/upgrade");
        visit.card("Gói Cơ Bản").locator("a.button.primary").click();
        assertThat(way(visit, "credit")).hasCount(0);
        assertThat(way(visit, "sandbox")).containsText("no money moves");
    }

    private PortalVisit ordersByTransfer() {
        var visit = new PortalVisit(browser.visitor(), "iqx");
        visit.signsIn(visit.registers(), PortalVisit.PASSWORD, false);
        return visit.orders("/upgrade", "Gói Cơ Bản", "manual");
    }

    private static Locator way(PortalVisit visit, String gateway) {
        return visit.page().locator("label.way:has(input[value='" + gateway + "'])");
    }

    private void receives(String payment, int dong) {
        Api admin = weir.api("iqx").administrator();
        var answer = admin.post("/api/admin/payments/" + payment + "/approve",
                Map.of("note", "came", "received", dong));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
    }
}
