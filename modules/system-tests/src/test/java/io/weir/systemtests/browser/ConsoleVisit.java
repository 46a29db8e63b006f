package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.RunningWeir;

/** What an administrator does in the console. */
public final class ConsoleVisit {
    private final Page page;

    public ConsoleVisit(BrowserContext visitor) {
        this.page = visitor.newPage();
    }

    public Page page() {
        return page;
    }

    public ConsoleVisit signsIn(String tenant) {
        return signsIn(tenant, "admin@" + tenant + ".example");
    }

    ConsoleVisit signsIn(String tenant, String email) {
        page.navigate("/admin/login");
        byId(page, "form:tenant").selectOption(tenant);
        byId(page, "form:email").fill(email);
        byId(page, "form:password").fill(RunningWeir.ADMIN_PASSWORD);
        byId(page, "form:submit").click();
        page.waitForURL(url -> !url.contains("/admin/login"));
        return this;
    }

    /** Finds the transfer by the reference on the bank statement and says that the money came. */
    ConsoleVisit approves(String reference) {
        page.navigate("/admin/approvals");
        var row = page.locator("#queue tr", new Page.LocatorOptions().setHasText(reference));
        while (row.count() == 0) {
            page.navigate("/admin/approvals" + page.locator("nav.pager a[rel=next]").getAttribute("href"));
        }
        row.locator("a[href*='decision=approve']").click();
        assertThat(byId(page, "decide").locator("code")).hasText(reference);
        byId(page, "decide:note").fill("seen on the statement");
        byId(page, "decide:confirm").click();
        assertThat(page.locator("#messages .info")).isVisible();
        return this;
    }
}
