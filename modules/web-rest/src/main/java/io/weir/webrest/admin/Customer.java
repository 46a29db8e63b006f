package io.weir.webrest.admin;

import io.weir.tenancy.api.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer in the list; {@code status} is active or suspended, {@code externalId} what the tenant's own systems call
 * it.
 */
public record Customer(String id, Optional<String> externalId, String name, String email, String ownerId, String status,
                       Optional<SuspensionView> suspension, Instant createdAt) {
    static Customer of(Account account) {
        return new Customer(account.id().toString(), account.externalId(), account.name(), account.email(),
                account.owner().toString(), account.suspension().isPresent() ? "suspended" : "active",
                account.suspension().map(SuspensionView::of), account.createdAt());
    }

    /** Since when, by whom, and why. */
    public record SuspensionView(String by, Instant at, String reason) {
        static SuspensionView of(Account.Suspension suspension) {
            return new SuspensionView(suspension.by(), suspension.at(), suspension.reason());
        }
    }
}
