package io.weir.webportal;

import io.weir.identity.api.NewUser;
import io.weir.identity.api.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Opening an account. */
@Named
@RequestScoped
public class Register {
    @Inject
    private Users users;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;

    private String fullName;
    private String companyName;
    private String email;
    private String password;

    public String submit() {
        return notices.attempt("form", () -> {
            users.register(visitor.tenantId(), new NewUser(email, password, fullName, Optional.ofNullable(companyName),
                    Optional.empty(), visitor.getLanguage()));
            return "/login?faces-redirect=true&registered=yes";
        });
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getCompanyName() {
        return companyName;
    }

    public void setCompanyName(String companyName) {
        this.companyName = companyName;
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
