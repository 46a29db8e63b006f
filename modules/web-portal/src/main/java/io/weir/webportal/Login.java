package io.weir.webportal;

import io.weir.identity.api.BrowserSessions;
import io.weir.identity.api.Role;
import io.weir.identity.api.SignIn;
import io.weir.kernel.api.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Signing in. */
@Named
@RequestScoped
public class Login {
    /** Only pages of the portal itself: a link must not be able to send a visitor elsewhere after sign-in. */
    private static final Pattern OWN_PAGE = Pattern.compile("/[a-z-]+(\\?[A-Za-z0-9=&._-]*)?");

    @Inject
    private BrowserSessions sessions;
    @Inject
    private SignIn signIn;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;

    private String email;
    private String password;
    private boolean remember;
    private String from;
    private String registered;

    public String submit() {
        return notices.attempt("form", () -> {
            var opened = sessions.open(visitor.tenantId(), email, password, visitor.device(), remember);
            if (opened.user().role() != Role.CUSTOMER) {
                signIn.signOut(sessions.recognise(opened.cookie()));
                throw Refusal.forbidden("ADMINISTRATORS_ELSEWHERE").asException();
            }
            var faces = FacesContext.getCurrentInstance().getExternalContext();
            var request = (HttpServletRequest) faces.getRequest();
            // A new view session: what was made before sign-in does not carry over.
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            int life = opened.lifetime().isZero() ? -1 : Math.toIntExact(opened.lifetime().toSeconds());
            Cookies.write((HttpServletResponse) faces.getResponse(), request, Cookies.SESSION, opened.cookie(), life);
            goTo(from != null && OWN_PAGE.matcher(from).matches() ? from : "/dashboard");
            return null;
        });
    }

    private static void goTo(String page) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + page);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getRegistered() {
        return registered;
    }

    public void setRegistered(String registered) {
        this.registered = registered;
    }
}
