package io.weir.webadmin;

import io.weir.identity.api.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signing out: the session ends in the database, so that its cookie is worth nothing wherever it was copied. */
@Named
@RequestScoped
public class Logout {
    @Inject
    private SignIn signIn;
    @Inject
    private Visitor visitor;

    public String leave() {
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        if (visitor.isSignedIn()) {
            signIn.signOut(visitor.caller());
        }
        Cookies.remove((HttpServletResponse) faces.getResponse(), (HttpServletRequest) faces.getRequest(),
                Cookies.SESSION);
        faces.invalidateSession();
        return "/login?faces-redirect=true";
    }
}
