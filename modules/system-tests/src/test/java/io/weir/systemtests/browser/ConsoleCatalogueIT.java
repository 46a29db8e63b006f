package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue's page: what is wrong, what would change and for whom, and changing it. */
class ConsoleCatalogueIT {
    private static final String TENANT = "odoo-saas";
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());

    @ParameterizedTest
    @CsvSource({"1440, 900, en-US", "390, 844, en-US"})
    void a_file_is_checked_and_then_applied(int width, int height, String locale) {
        var shop = new Shop(weir, TENANT);
        var plan = "console-" + width;
        shop.buyerOf(shop.plan(java.util.Map.of("name", "Console " + width, "slug", plan, "price", 15)));
        var page = new ConsoleVisit(browser.visitor(new NewContextOptions().setLocale(locale)
                .setViewportSize(width, height))).signsIn(TENANT).page();
        page.onDialog(Dialog::accept);

        page.navigate("/admin/catalogue");
        var before = byId(page, "form:text").inputValue();
        byId(page, "form:text").fill(before.replaceFirst("brand:", "brnd:").replaceFirst("rank: 1\n", "rank: x\n"));
        byId(page, "form:check").click();
        assertThat(page.locator("#faults tbody tr")).hasCount(3);
        assertThat(page.locator("#faults")).containsText("did you mean brand?");
        picture(page, "catalogue-faults-" + width);

        byId(page, "form:text").fill(before.replaceFirst("(?s)(slug: " + plan + "\n.*?price: )15\\.00", "$112.50")
                .replaceFirst("Look around", "Have a look around"));
        byId(page, "form:check").click();
        assertThat(page.locator("#differences li")).hasCount(2);
        assertThat(page.locator("#differences")).containsText("Plan " + plan + ": price changes from 15.00 to 12.50");
        assertThat(page.locator("#impact tbody tr")).not().hasCount(0);
        picture(page, "catalogue-impact-" + width);

        byId(page, "form:apply").click();
        assertThat(page.locator("#messages .info")).isVisible();
        page.navigate("/admin/packages");
        page.locator("#plans a", new Page.LocatorOptions().setHasText("Console " + width)).click();
        assertThat(page.locator("#versions tbody tr")).hasCount(2);
        byId(page, "form:charges").fill("[{\"meter\": \"calls\", \"model\": \"perUnit\", \"unitPrice\": 0.002}]");
        byId(page, "form:trialDays").fill("14");
        picture(page, "catalogue-plan-" + width);
        byId(page, "form:save").click();
        assertThat(page.locator("#messages .info")).isVisible();
        page.navigate("/admin/catalogue");
        org.assertj.core.api.Assertions.assertThat(byId(page, "form:text").inputValue())
                .contains("trialDays: 14", "unitPrice: 0.002", "Have a look around");

        byId(page, "form:text").fill(before.replaceFirst("(?s)  - slug: " + plan + "\n.*?(?=  - slug|\\z)", ""));
        byId(page, "form:check").click();
        byId(page, "form:apply").click();
        assertThat(page.locator("#messages .info")).isVisible();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Browser.screenshot(name)).setFullPage(true));
    }
}
