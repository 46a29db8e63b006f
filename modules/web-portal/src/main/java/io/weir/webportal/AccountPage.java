package io.weir.webportal;

import io.weir.identity.api.Passwords;
import io.weir.identity.api.Sessions;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users;
import io.weir.kernel.api.Uuids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The signed-in person: profile, password, devices. */
@Named("account")
@RequestScoped
public class AccountPage {
    @Inject
    private Users users;
    @Inject
    private Passwords passwords;
    @Inject
    private Sessions sessions;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String fullName;
    private String phoneNumber;
    private String locale;
    private String currentPassword;
    private String newPassword;

    @PostConstruct
    void fill() {
        UserProfile profile = visitor.profile();
        fullName = profile.fullName();
        phoneNumber = profile.phoneNumber().orElse(null);
        locale = profile.locale();
    }

    public String saveProfile() {
        return notices.attempt("profile", () -> {
            users.update(visitor.tenantId(), visitor.caller().requireUser(),
                    new Users.ProfileChange(Optional.of(fullName),
                    Optional.empty(), Optional.ofNullable(phoneNumber), Optional.of(locale)));
            notices.done(format.text("saved"));
            return "/account?faces-redirect=true";
        });
    }

    public String savePassword() {
        return notices.attempt("secret", () -> {
            passwords.change(visitor.caller(), currentPassword, newPassword);
            notices.done(format.text("passwordSaved"));
            return "/account?faces-redirect=true";
        });
    }

    /** The session to be ended: named in the address, confirmed by a form. */
    public Row getDoubtful() {
        return visitor.parameter("end").flatMap(id -> getSessions().stream().filter(s -> s.id().equals(id))
                .findFirst()).orElse(null);
    }

    public String end() {
        return notices.attempt("confirm", () -> {
            sessions.end(visitor.caller(), Uuids.parse(visitor.parameter("end").orElse("")));
            return "/account?faces-redirect=true";
        });
    }

    public List<Row> getSessions() {
        return sessions.of(visitor.caller()).stream().map(s -> new Row(s.id().toString(), s.userAgent(), s.address(),
                format.time(s.lastUsedAt()), s.current())).toList();
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getPhoneNumber() {
        return phoneNumber;
    }

    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    /** A signed-in device. */
    public record Row(String id, String userAgent, String address, String lastUsed, boolean current) {
        public boolean isCurrent() {
            return current;
        }
    }
}
