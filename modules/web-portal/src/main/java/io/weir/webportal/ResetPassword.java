package io.weir.webportal;

import io.weir.identity.api.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Setting a new password with a mailed link. */
@Named
@RequestScoped
public class ResetPassword {
    @Inject
    private Passwords passwords;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String token;
    private String password;

    public String submit() {
        return notices.attempt("form", () -> {
            passwords.reset(visitor.tenantId(), token == null ? "" : token, password);
            notices.done(format.text("passwordSaved"));
            return "/login?faces-redirect=true";
        });
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
