package io.weir.identity.domain;

import io.weir.identity.api.Role;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users.ProfileChange;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A person of one tenant. Registers, is attached to an account, may be suspended with it and come back; the last
 * sign-in is noted beside the entity, so that signing in on two devices at once is no conflict.
 */
@Entity(name = "User")
@Table(name = "identity_user")
public class User extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "email")
    private String email;
    @Column(name = "password_hash")
    private String passwordHash;
    /** The last password that the installation's settings gave an administrator; others have none. */
    @Column(name = "configured_hash")
    private String configuredHash;
    @Column(name = "full_name")
    private String fullName;
    @Column(name = "company_name")
    private String companyName;
    @Column(name = "phone_number")
    private String phoneNumber;
    @Column(name = "locale")
    private String locale;
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;
    @Column(name = "account_id")
    private String accountId;
    @Column(name = "suspended_at")
    private Instant suspendedAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "last_login_at", insertable = false, updatable = false)
    private Instant lastLoginAt;
    @Version
    @Column(name = "version")
    private long version;

    protected User() {
    }

    public User(Registration registration, String passwordHash, Role role, Instant now) {
        this.id = Ids.next().toString();
        this.email = registration.email().value();
        this.passwordHash = passwordHash;
        this.fullName = registration.fullName();
        this.companyName = registration.companyName();
        this.phoneNumber = registration.phoneNumber();
        this.locale = registration.locale();
        this.role = role;
        this.createdAt = now;
    }

    /** Absent parts stay; a blank company or phone number is taken away. */
    public void change(ProfileChange change) {
        var complaints = new Complaints();
        var name = change.fullName().map(text -> PersonDetails.fullName(text, complaints)).orElse(fullName);
        var company = change.companyName().isEmpty() ? companyName
                : PersonDetails.companyName(change.companyName(), complaints);
        var phone = change.phoneNumber().isEmpty() ? phoneNumber
                : PersonDetails.phoneNumber(change.phoneNumber(), complaints);
        var language = change.locale().map(text -> PersonDetails.locale(text, complaints)).orElse(locale);
        complaints.refuseIfAny();
        fullName = name;
        companyName = company;
        phoneNumber = phone;
        locale = language;
    }

    /** Answers whether callers that are known already now act for another account. */
    public boolean attach(AccountId account) {
        boolean changes = !account.toString().equals(accountId);
        accountId = account.toString();
        return changes && lastLoginAt != null;
    }

    public void passwordBecomes(String hash) {
        passwordHash = hash;
    }

    /** The settings give a password: it counts, until its owner chooses another. */
    public void configuredPasswordBecomes(String hash) {
        passwordHash = hash;
        configuredHash = hash;
    }

    /** Empty for who was never configured. */
    public String configuredHash() {
        return configuredHash == null ? "" : configuredHash;
    }

    /** Answers whether that is a change. */
    public boolean roleBecomes(Role wanted) {
        boolean changes = role != wanted;
        role = wanted;
        return changes;
    }

    /** Suspended already: the first time stays. */
    public void suspend(Instant now) {
        suspendedAt = suspendedAt == null ? now : suspendedAt;
    }

    public void reactivate() {
        suspendedAt = null;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public UserId id() {
        return UserId.of(id);
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public UserProfile profile() {
        var account = Optional.ofNullable(accountId).map(AccountId::of);
        return new UserProfile(id(), email, fullName, Optional.ofNullable(companyName),
                Optional.ofNullable(phoneNumber), locale, role, account, createdAt, Optional.ofNullable(lastLoginAt));
    }
}
