package io.weir.identity.api;

import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;

/** Published through the outbox: mail this user a link with the token. It works once, for 30 minutes. */
public record PasswordResetRequested(TenantId tenant, UserId user, String email, String fullName, String locale,
        String token) {
}
