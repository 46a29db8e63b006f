package io.weir.identity.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.util.Optional;

/** The people of a tenant. */
public interface Users {
    /**
     * Registers a customer and fires {@link UserRegistered} together. Refused: {@code EMAIL_TAKEN} (409), or
     * {@code VALIDATION_FAILED} (400) naming email, password, fullName or phoneNumber.
     */
    UserProfile register(TenantId tenant, NewUser user);

    /**
     * Takes over a user of another system with its password hash (bcrypt {@code $2…}, or PBKDF2 as Werkzeug writes it);
     * re-hashed at sign-in.
     */
    UserProfile adopt(TenantId tenant, NewUser user, String foreignHash);

    /**
     * Makes sure that this administrator exists. The configured password counts when it is new or has changed in the
     * settings; one that the administrator has chosen since stays. Sessions end when it changes.
     */
    UserProfile ensureAdministrator(TenantId tenant, String email, String password, Role role);

    UserProfile profile(TenantId tenant, UserId user);

    Optional<UserProfile> byEmail(TenantId tenant, String email);

    /** Absent parts stay as they are. */
    UserProfile update(TenantId tenant, UserId user, ProfileChange change);

    /** Says whose account this user acts for. */
    void attach(TenantId tenant, UserId user, AccountId account);

    /** Everyone of the account is signed out and kept out ({@code ACCOUNT_SUSPENDED}, 403), its keys included. */
    void suspend(TenantId tenant, AccountId account);

    void reactivate(TenantId tenant, AccountId account);

    /** What may be changed of a profile. */
    record ProfileChange(Optional<String> fullName, Optional<String> companyName, Optional<String> phoneNumber,
            Optional<String> locale) {
    }
}
