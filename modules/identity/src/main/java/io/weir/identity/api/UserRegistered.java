package io.weir.identity.api;

import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.util.Optional;

/** Fired {@code @Together}: whoever gives users an account does it in the same transaction. */
public record UserRegistered(TenantId tenant, UserId user, String email, String fullName,
        Optional<String> companyName) {
}
