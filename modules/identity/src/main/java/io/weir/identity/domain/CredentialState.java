package io.weir.identity.domain;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session or key as its row said at {@code epoch}, both read in one snapshot. */
public record CredentialState(long epoch, Holder holder, Caller.Credential credential, boolean revoked,
                              boolean suspended, AllowedAddresses allowed) {
    /** For whom it acts. */
    public record Holder(TenantId tenant, Optional<UserId> user, Optional<AccountId> account, Role role) {
    }

    /** The first reason against it wins; suspension first, because its owner should learn why nothing works. */
    public void requireUsable(Instant now) {
        if (suspended) {
            throw Denial.suspended();
        }
        if (revoked) {
            throw Denial.tokenInvalid();
        }
        if (credential.expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            throw Denial.tokenExpired();
        }
    }

    public UUID id() {
        return credential.id();
    }

    public Caller caller() {
        return callerUntil(credential.expiresAt());
    }

    /** @param end when what the caller showed stops working, such as a token that dies before its session */
    public Caller callerUntil(Optional<Instant> end) {
        var shown = new Caller.Credential(credential.kind(), credential.id(), end,
                credential.requestsPerMinute());
        return new Caller(holder.tenant(), holder.user(), holder.account(), holder.role(), shown, epoch);
    }
}
