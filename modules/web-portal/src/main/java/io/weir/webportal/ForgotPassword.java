package io.weir.webportal;

import io.weir.identity.api.Passwords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asking for a link to set a new password. */
@Named
@RequestScoped
public class ForgotPassword {
    @Inject
    private Passwords passwords;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String email;

    public String submit() {
        return notices.attempt("form", () -> {
            passwords.forgot(visitor.tenantId(), email);
            notices.done(format.text("linkSent"));
            return "/login?faces-redirect=true";
        });
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
