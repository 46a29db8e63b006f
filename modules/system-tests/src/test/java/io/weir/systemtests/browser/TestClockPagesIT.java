package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator moves the clock in the console, on a desk and on a phone, and everybody is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestClockPagesIT {
    private final RunningWeir weir = RunningWeir.own("clock-pages", Map.of());
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @AfterAll
    void stop() {
        weir.close();
    }

    @Test
    void whoMovesTheClockSeesWhatHappenedAndStaysSignedIn() {
        var shop = new Shop(weir, "iqx");
        var customer = shop.buyerOf(shop.plan(Map.of("price", 10, "apiLimit", 777))).customer();
        var console = new ConsoleVisit(browser.visitor()).signsIn("iqx").page();
        var faults = PageFaults.of(console);
        console.navigate("/admin/clock");
        assertThat(byId(console, "clock-banner")).not().isVisible();
        byId(console, "move:day").click();
        assertThat(console.locator("#messages .info")).containsText("Nothing was due");
        byId(console, "move:month").click();
        assertThat(byId(console, "happened")).containsText("Subscription expired");
        assertThat(byId(console, "clock-banner")).containsText("Test clock: ");
        picture(console, "console-desk");
        org.assertj.core.api.Assertions.assertThat(faults.all()).isEmpty();

        byId(console, "move:to").fill("2020-01-01");
        byId(console, "move:submit").click();
        assertThat(console.locator("#messages .error")).containsText("only goes forward");
        console.navigate("/admin/customers");
        assertThat(byId(console, "clock-banner")).isVisible();

        onAPhone(console.context().storageState());
        var portal = new PortalVisit(browser.visitor(), "iqx").signsIn(customer.email(), customer.password(), true);
        assertThat(portal.byId("clock-banner")).containsText("Đồng hồ thử");
        picture(portal.page(), "portal-desk");
    }

    private void onAPhone(String signedIn) {
        var phone = browser.visitor(new NewContextOptions().setViewportSize(390, 844).setLocale("vi-VN")
                .setStorageState(signedIn)).newPage();
        var faults = PageFaults.of(phone);
        phone.navigate("/admin/clock");
        byId(phone, "move:day").click();
        assertThat(byId(phone, "clock-banner")).isVisible();
        picture(phone, "console-phone");
        org.assertj.core.api.Assertions.assertThat(faults.all()).isEmpty();
    }

    @Test
    void aTenantThatSellsForRealHasNothingToMove() {
        var console = new ConsoleVisit(browser.visitor()).signsIn("platform").page();
        console.navigate("/admin/clock");
        assertThat(byId(console, "move")).hasCount(0);
        assertThat(console.locator("nav.side a[href$='/clock']")).hasCount(0);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Browser.screenshot("clock-" + name)));
    }
}
