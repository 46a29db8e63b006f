package io.weir.identity.app;

import io.weir.kernel.api.TenantId;

/**
 * Published for known and unknown emails alike, so that the time of the answer tells nothing. {@code email} is in its
 * kept form.
 */
public record PasswordForgotten(TenantId tenant, String email) {
}
