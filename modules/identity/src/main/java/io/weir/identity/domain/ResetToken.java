package io.weir.identity.domain;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** The right to set a new password without the old one: once, within 30 minutes. Only its hash is kept. */
@Entity(name = "ResetToken")
@Table(name = "identity_reset_token")
public class ResetToken extends TenantOwned {
    public static final Duration LIFE = Duration.ofMinutes(30);

    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "user_id")
    private String userId;
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "used_at")
    private Instant usedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected ResetToken() {
    }

    public ResetToken(UserId user, String secret, Instant now) {
        this.id = Ids.next().toString();
        this.userId = user.toString();
        this.tokenHash = Sha256.hex(secret);
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Used or late: {@code RESET_TOKEN_INVALID}. */
    public void requireUsable(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt)) {
            throw Refusal.invalid("RESET_TOKEN_INVALID").asException();
        }
    }

    public void redeem(Instant now) {
        requireUsable(now);
        usedAt = now;
    }

    /** A password has been set: what else was mailed is worthless now. */
    public void lapse(Instant now) {
        usedAt = usedAt == null ? now : usedAt;
    }

    public UserId user() {
        return UserId.of(userId);
    }
}
