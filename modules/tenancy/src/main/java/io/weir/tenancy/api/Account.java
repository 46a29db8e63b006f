package io.weir.tenancy.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer. Suspension is a thing with a who, a when and a why; {@code externalId} is what the tenant's own systems
 * call it.
 */
public record Account(AccountId id, String name, UserId owner, String email, Instant createdAt,
        Optional<Suspension> suspension, Optional<String> externalId) {
    /** Since when an account is kept out, by whom (a user id), and why. */
    public record Suspension(String by, Instant at, String reason) {
    }
}
