package io.weir.identity.app;

import io.weir.identity.api.NewUser;
import io.weir.identity.api.Role;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.UserRegistered;
import io.weir.identity.api.Users;
import io.weir.identity.domain.EmailAddress;
import io.weir.identity.domain.PasswordHashes;
import io.weir.identity.domain.Registration;
import io.weir.identity.domain.User;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.SqlEpoch;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.platform.api.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The people of a tenant. A password is hashed before the first statement, so that no connection waits for it. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RegisteredUsers implements Users {
    @Inject
    UserRows users;
    @Inject
    SessionRows sessions;
    @Inject
    SqlEpoch epoch;
    @Inject
    Time time;
    @Inject
    @Together
    Event<UserRegistered> registered;

    @Override
    public UserProfile register(TenantId tenant, NewUser user) {
        var registration = Registration.withPassword(user);
        return admit(tenant, registration, PasswordHashes.of(user.password()));
    }

    @Override
    public UserProfile adopt(TenantId tenant, NewUser user, String foreignHash) {
        return admit(tenant, Registration.withForeignHash(user, foreignHash), foreignHash);
    }

    @Override
    public UserProfile ensureAdministrator(TenantId tenant, String email, String password, Role role) {
        if (role != Role.TENANT_ADMIN && role != Role.PLATFORM_ADMIN) {
            throw new IllegalArgumentException(role + " administers nothing");
        }
        var registration = Registration.administrator(email);
        var existing = users.byEmail(tenant, registration.email().value());
        if (existing.isPresent()) {
            return bringUpToDate(tenant, existing.get().id(), password, role);
        }
        var made = new User(registration, "", role, time.now(tenant));
        made.configuredPasswordBecomes(PasswordHashes.of(password));
        users.add(tenant, made);
        return made.profile();
    }

    @Override
    public UserProfile profile(TenantId tenant, UserId user) {
        return users.find(tenant, user).orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException()).profile();
    }

    @Override
    public Optional<UserProfile> byEmail(TenantId tenant, String email) {
        return EmailAddress.read(email).flatMap(address -> users.byEmail(tenant, address.value())).map(User::profile);
    }

    @Override
    public UserProfile update(TenantId tenant, UserId user, ProfileChange change) {
        var person = users.locked(tenant, user);
        person.change(change);
        users.flush(tenant);
        return person.profile();
    }

    @Override
    public void attach(TenantId tenant, UserId user, AccountId account) {
        boolean known = users.locked(tenant, user).attach(account);
        users.flush(tenant);
        if (known) {
            epoch.advance();
        }
    }

    @Override
    public void suspend(TenantId tenant, AccountId account) {
        var now = time.now(tenant);
        var people = users.lockedOfAccount(tenant, account);
        people.forEach(person -> person.suspend(now));
        users.flush(tenant);
        people.forEach(person -> sessions.endAll(tenant, person.id(), Optional.empty(), now));
        epoch.advance();
    }

    @Override
    public void reactivate(TenantId tenant, AccountId account) {
        users.lockedOfAccount(tenant, account).forEach(User::reactivate);
        users.flush(tenant);
    }

    private UserProfile admit(TenantId tenant, Registration registration, String hash) {
        if (users.byEmail(tenant, registration.email().value()).isPresent()) {
            throw Refusal.conflict("EMAIL_TAKEN").asException();
        }
        var user = new User(registration, hash, Role.CUSTOMER, time.now(tenant));
        users.add(tenant, user);
        registered.fire(new UserRegistered(tenant, user.id(), registration.email().value(), registration.fullName(),
                Optional.ofNullable(registration.companyName())));
        return profile(tenant, user.id());
    }

    private UserProfile bringUpToDate(TenantId tenant, UserId id, String password, Role role) {
        var user = users.locked(tenant, id);
        boolean samePassword = !user.configuredHash().isEmpty()
                && PasswordHashes.matches(password, user.configuredHash());
        if (!samePassword) {
            user.configuredPasswordBecomes(PasswordHashes.of(password));
        }
        boolean otherRole = user.roleBecomes(role);
        users.flush(tenant);
        if (!samePassword) {
            sessions.endAll(tenant, id, Optional.empty(), time.now(tenant));
        }
        if (!samePassword || otherRole) {
            epoch.advance();
        }
        return user.profile();
    }
}
