package io.weir.webadmin;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who looks at the page, at whose console, in which language, and what the address asks for. Filled by
 * {@link SignInFilter}; stays empty when that failed, so that the error page can still be shown.
 */
@Named
@RequestScoped
public class Visitor {
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    @Inject
    private Users users;
    @Inject
    private Messages messages;

    private Tenant tenant;
    private Caller caller;
    private UserProfile profile;
    private HttpServletRequest request;

    void arrives(HttpServletRequest request, Tenant tenant, Optional<Caller> caller) {
        this.request = request;
        this.tenant = tenant;
        this.caller = caller.orElse(null);
    }

    Tenant tenant() {
        return tenant;
    }

    TenantId tenantId() {
        return tenant.id();
    }

    Caller caller() {
        return caller;
    }

    UserId user() {
        return caller.requireUser();
    }

    Device device() {
        return new Device(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    /** A parameter of the address, or of the hidden field in which a form sends it back. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The page of a list that the address asks for; nonsense is the first. */
    Page.Request page() {
        int number = parameter("page").filter(text -> text.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(1);
        return new Page.Request(Math.min(LAST_PAGE, Math.max(1, number)), PAGE_SIZE);
    }

    public boolean isSignedIn() {
        return caller != null;
    }

    public String getEmail() {
        return profile().email();
    }

    public String getTenantName() {
        return tenant == null ? "" : tenant.name();
    }

    /** Says at the top of a sandbox tenant's console that its money is play money. */
    public boolean isSandbox() {
        return tenant != null && tenant.sandbox();
    }

    /** The user's own language, else the browser's, else the tenant's; English where there are no texts in it. */
    public Locale getLocale() {
        if (tenant == null) {
            return Locale.ENGLISH;
        }
        var wanted = caller == null ? request.getHeader("Accept-Language") : profile().locale();
        var chosen = messages.choose(wanted, tenant.locale());
        return chosen.getLanguage().equals("vi") ? chosen : Locale.ENGLISH;
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /**
     * The style class of a menu entry.
     * @param pages names of the pages below that entry, separated by blanks
     */
    public String at(String pages) {
        if (request == null) {
            return "";
        }
        String path = request.getServletPath().replace(".xhtml", "").replace("/", "");
        String here = path.isEmpty() ? "overview" : path;
        return Arrays.asList(pages.split(" ")).contains(here) ? "here" : "";
    }

    private UserProfile profile() {
        if (profile == null) {
            profile = users.profile(tenant.id(), caller.requireUser());
        }
        return profile;
    }
}
