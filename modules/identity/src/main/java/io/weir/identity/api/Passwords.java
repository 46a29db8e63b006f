package io.weir.identity.api;

import io.weir.kernel.api.TenantId;

/** Changing and recovering passwords. Kept as Argon2id (19 MiB, t=2, p=1). */
public interface Passwords {
    /** Other sessions end. Refused: {@code WRONG_PASSWORD} (400), {@code VALIDATION_FAILED} for a weak one. */
    void change(Caller caller, String currentPassword, String newPassword);

    /** Never says whether the email is known, in words or in time. Publishes {@link PasswordResetRequested}. */
    void forgot(TenantId tenant, String email);

    /** All sessions end. Refused: {@code RESET_TOKEN_INVALID} (400), {@code VALIDATION_FAILED}. */
    void reset(TenantId tenant, String token, String newPassword);
}
