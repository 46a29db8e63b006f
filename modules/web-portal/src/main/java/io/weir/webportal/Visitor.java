package io.weir.webportal;

import io.weir.billing.api.PayLinks.Link;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who looks at the page, at whose portal, in which language. Filled by {@link SignInFilter}. */
@Named
@RequestScoped
public class Visitor {
    /** It goes into the page's style, so it has to be a colour and nothing else. */
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

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

    public Tenant getTenant() {
        return tenant;
    }

    TenantId tenantId() {
        return tenant.id();
    }

    Caller caller() {
        return caller;
    }

    AccountId account() {
        return caller.requireAccount();
    }

    /** The invoice that may be paid by whoever has the link which led here. */
    Optional<Link> payLink() {
        return PayDoor.link(request);
    }

    Device device() {
        return new Device(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    public boolean isSignedIn() {
        return caller != null;
    }

    public String getEmail() {
        return profile().email();
    }

    UserProfile profile() {
        if (profile == null) {
            profile = users.profile(tenant.id(), caller.requireUser());
        }
        return profile;
    }

    /** The user's own language, else the browser's, else the tenant's. */
    public Locale getLocale() {
        return caller == null ? messages.choose(request.getHeader("Accept-Language"), tenant.locale())
                : messages.choose(profile().locale(), tenant.locale());
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    public Brand getBrand() {
        return new Brand(tenant.setting("brand.title").orElse(tenant.name()),
                tenant.setting("brand.tagline").orElse(tenant.name()),
                tenant.setting("brand.accent").filter(COLOUR.asMatchPredicate()).orElse("#0b6e6e"));
    }

    /** A parameter of the address or of a hidden field; absent when blank. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(v -> !v.isBlank());
    }

    /** The page of a list that the address asks for; nonsense is the first. */
    Page.Request page(int size) {
        int number = parameter("page").filter(text -> text.matches("[0-9]{1,5}")).map(Integer::parseInt).orElse(1);
        return new Page.Request(Math.max(1, number), size);
    }

    /** The style class of a menu entry. */
    public String at(String page) {
        return request.getServletPath().replace(".xhtml", "").equals("/" + page) ? "here" : "";
    }

    /** What the tenant calls itself on the page, and its colour for links and buttons. */
    public record Brand(String title, String tagline, String accent) {
        public String getTitle() {
            return title;
        }

        public String getTagline() {
            return tagline;
        }

        public String getAccent() {
            return accent;
        }
    }
}
