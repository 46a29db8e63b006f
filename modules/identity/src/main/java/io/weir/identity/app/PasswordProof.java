package io.weir.identity.app;

import io.weir.identity.api.Device;
import io.weir.identity.domain.Attempt;
import io.weir.identity.domain.Complaints;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.EmailAddress;
import io.weir.identity.domain.PasswordHashes;
import io.weir.identity.domain.User;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out whether somebody knows a password. Not in a transaction: a hash takes as long as a hundred queries, and
 * must not hold a connection. Attempts on one email wait for each other, so that a burst gets no more guesses than the
 * throttle grants.
 */
@ApplicationScoped
public class PasswordProof {
    private static final int STRIPES = 64;

    private final Object[] stripes = IntStream.range(0, STRIPES).mapToObj(i -> new Object()).toArray();
    @Inject
    UserRows users;
    @Inject
    SignInThrottle throttle;

    /**
     * Who has proven it: the user, the hash it was proven against, and what to keep instead, if that is outdated (else
     * null).
     */
    public record Proven(UserId user, String hash, String rehashed) {
    }

    /** Refused: {@code INVALID_CREDENTIALS}, {@code ACCOUNT_SUSPENDED}, {@code TOO_MANY_ATTEMPTS}, missing fields. */
    public Proven signIn(TenantId tenant, String email, String password, Device device) {
        requireBoth(email, password);
        var found = EmailAddress.read(email).flatMap(address -> users.byEmail(tenant, address.value()));
        if (!attempt(Attempt.of(tenant, email, device.address()), found, password)) {
            throw Denial.invalidCredentials();
        }
        return proven(found.orElseThrow(Denial::invalidCredentials), password);
    }

    /** Whether it is the user's password; wrong ones count like failed sign-ins of that email. */
    public boolean isPasswordOf(TenantId tenant, User user, String password) {
        return attempt(Attempt.of(tenant, user.email().value(), ""), Optional.of(user), password);
    }

    private boolean attempt(Attempt attempt, Optional<User> user, String password) {
        synchronized (stripes[Math.floorMod(attempt.emailBucket().hashCode(), STRIPES)]) {
            throttle.requireOpen(attempt);
            boolean right = matches(user, password);
            if (right) {
                throttle.succeeded(attempt);
            } else {
                throttle.failed(attempt);
            }
            return right;
        }
    }

    private static boolean matches(Optional<User> user, String password) {
        return user.map(found -> PasswordHashes.matches(password, found.passwordHash()))
                .orElseGet(() -> PasswordHashes.matchesNobody(password));
    }

    private static Proven proven(User user, String password) {
        if (user.isSuspended()) {
            throw Denial.suspended();
        }
        boolean outdated = PasswordHashes.isOutdated(user.passwordHash());
        return new Proven(user.id(), user.passwordHash(), outdated ? PasswordHashes.of(password) : null);
    }

    private static void requireBoth(String email, String password) {
        var complaints = new Complaints();
        complaints.addIf(email == null || email.isBlank(), "email", "REQUIRED");
        complaints.addIf(password == null || password.isEmpty(), "password", "REQUIRED");
        complaints.refuseIfAny();
    }
}
