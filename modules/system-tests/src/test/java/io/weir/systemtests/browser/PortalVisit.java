package io.weir.systemtests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.weir.systemtests.harness.Api;

/** What a customer does in the portal, in a customer's words. */
final class PortalVisit {
    static final String PASSWORD = "Visitor-1-pass";
    private final Page page;
    private final String tenant;

    PortalVisit(BrowserContext visitor, String tenant) {
        this.page = visitor.newPage();
        this.tenant = tenant;
    }

    Page page() {
        return page;
    }

    /** An element by its id, which Faces makes with colons. */
    static Locator byId(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    Locator byId(String id) {
        return byId(page, id);
    }

    PortalVisit open(String path) {
        page.navigate("/portal" + path);
        return this;
    }

    /** Fills the form of {@code /portal/register}; ends on the sign-in page. Answers the email. */
    String registers() {
        String email = Api.word() + "@example.com";
        open("/register?tenant=" + tenant);
        byId("form:fullName").fill("Nguyễn Văn B");
        byId("form:company").fill("Công ty B");
        byId("form:email").fill(email);
        byId("form:password").fill(PASSWORD);
        byId("form:submit").click();
        page.waitForURL("**/portal/login?*");
        return email;
    }

    /** Signs in and ends where the portal leads, the dashboard unless another page was asked for. */
    PortalVisit signsIn(String email, String password, boolean remember) {
        if (!page.url().contains("/portal/login")) {
            open("/login?tenant=" + tenant);
        }
        byId("form:email").fill(email);
        byId("form:password").fill(password);
        byId("form:remember").setChecked(remember);
        byId("form:submit").click();
        page.waitForURL(url -> !url.contains("/portal/login"));
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Orders what the card of that name offers; ends on the payment's page, or on the gateway's. */
    PortalVisit orders(String shelf, String name, String gateway) {
        open(shelf);
        card(name).locator("a.button.primary").click();
        page.locator("input[name='form:gateway'][value='" + gateway + "']").check();
        byId("form:pay").click();
        page.waitForURL(url -> url.contains("/portal/payment?") || url.contains("/sandbox/checkout/"));
        return this;
    }

    Locator card(String name) {
        var heading = page.locator("h3", new Page.LocatorOptions().setHasText(name));
        return page.locator("section.plan").filter(new Locator.FilterOptions().setHas(heading));
    }

    /** Pays on the sandbox gateway's page and comes back. */
    PortalVisit paysAtTheSandbox() {
        page.locator("input[name=outcome][value=succeed]").check();
        page.locator("button.succeed").click();
        page.waitForURL("**/portal/**");
        return this;
    }
}
