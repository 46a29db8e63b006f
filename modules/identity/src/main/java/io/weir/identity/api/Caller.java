package io.weir.identity.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A verified caller. {@code user} is absent for service keys, {@code account} for administrators. {@code credential} is
 * the session or
 * key that proved it; {@code verifiedAt} the {@link CredentialEpoch} at which that credential's row was last read, so
 * that
 * whoever decides something can tell whether anything has been revoked since.
 */
public record Caller(TenantId tenant, Optional<UserId> user, Optional<AccountId> account, Role role,
        Credential credential,
                     long verifiedAt) {

    /**
     * What proved it: a session (its id is a token's {@code sid}) or an API key, with the time it stops working by
     * itself. {@code requestsPerMinute} is the key's own limit; 0: none of its own.
     */
    public record Credential(Kind kind, UUID id, Optional<Instant> expiresAt, int requestsPerMinute) {
        /** The two kinds. */
        public enum Kind { SESSION, API_KEY }

        /** One without a limit of its own. */
        public Credential(Kind kind, UUID id, Optional<Instant> expiresAt) {
            this(kind, id, expiresAt, 0);
        }
    }

    public AccountId requireAccount() {
        return account.orElseThrow(() -> Refusal.forbidden("NO_ACCOUNT").asException());
    }

    public UserId requireUser() {
        return user.orElseThrow(() -> Refusal.forbidden("USER_REQUIRED").asException());
    }

    /** The API key's id, when it was one. */
    public Optional<UUID> keyId() {
        return credential.kind() == Credential.Kind.API_KEY ? Optional.of(credential.id()) : Optional.empty();
    }

    public boolean isAdministrator() {
        return role == Role.TENANT_ADMIN || role == Role.PLATFORM_ADMIN;
    }
}
