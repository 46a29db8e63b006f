package io.weir.identity.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;

/** A person as others may see them. {@code locale} is en, vi or th. */
public record UserProfile(UserId id, String email, String fullName, Optional<String> companyName,
        Optional<String> phoneNumber,
                          String locale, Role role, Optional<AccountId> account, Instant createdAt,
                                  Optional<Instant> lastLoginAt) {
}
