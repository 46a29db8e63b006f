package io.weir.webadmin;

import io.weir.identity.api.BrowserSessions;
import io.weir.identity.api.SignIn;
import io.weir.kernel.api.Refusal;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Signing in. The session lasts until the browser closes, 12 hours at most: a console is not for remembering. */
@Named
@RequestScoped
public class Login {
    /** Only pages of the console itself: a link must not be able to send an administrator elsewhere after sign-in. */
    private static final Pattern OWN_PAGE = Pattern.compile("/[a-z-]*(\\?[A-Za-z0-9=&%+._-]*)?");
    private static final int A_YEAR = 60 * 60 * 24 * 365;

    @Inject
    private BrowserSessions sessions;
    @Inject
    private SignIn signIn;
    @Inject
    private Tenants tenants;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String tenant;
    private String email;
    private String password;

    @PostConstruct
    void preselect() {
        tenant = visitor.tenant().slug();
    }

    public String submit() {
        return notices.attempt("form", () -> {
            var chosen = tenants.bySlug(tenant).orElseThrow(() -> Refusal.notFound("TENANT_UNKNOWN").asException());
            var opened = sessions.open(chosen.id(), email, password, visitor.device(), false);
            var caller = sessions.recognise(opened.cookie());
            if (!caller.isAdministrator()) {
                signIn.signOut(caller);
                notices.wrong(null, format.text("administratorsOnly"));
                return null;
            }
            keep(opened.cookie(), chosen);
            return null;
        });
    }

    private void keep(String session, Tenant chosen) {
        var faces = FacesContext.getCurrentInstance();
        var request = (HttpServletRequest) faces.getExternalContext().getRequest();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        // A new view session: what was made before sign-in does not carry over.
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        Cookies.write(response, request, Cookies.SESSION, session, -1);
        Cookies.write(response, request, Cookies.TENANT, chosen.slug(), A_YEAR);
        try {
            String page = OWN_PAGE.matcher(getFrom()).matches() ? getFrom() : "/";
            faces.getExternalContext().redirect(request.getContextPath() + page);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<SelectItem> getTenants() {
        return tenants.all().stream().sorted(Comparator.comparing(Tenant::name))
                .map(t -> new SelectItem(t.slug(), t.name())).toList();
    }

    public String getFrom() {
        return visitor.parameter("from").orElse("");
    }

    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
