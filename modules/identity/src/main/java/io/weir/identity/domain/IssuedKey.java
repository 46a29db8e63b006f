package io.weir.identity.domain;

import io.weir.identity.api.ApiKeys.ApiKey;
import io.weir.identity.api.Role;
import io.weir.identity.api.ServiceKeys.ServiceKey;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A key as its account keeps it, or its tenant, when it is a service's. Active until it is revoked or its time is over;
 * both are final. A replaced key may stay for a grace period, which only ever shortens its life.
 */
@Entity(name = "IssuedKey")
@Table(name = "identity_api_key")
public class IssuedKey extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String accountId;
    @Column(name = "user_id")
    private String userId;
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;
    @Column(name = "name")
    private String name;
    @Column(name = "tier")
    private String tier;
    @Column(name = "secret_prefix")
    private String secretPrefix;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "allowed_cidrs")
    private String allowedCidrs;
    @Column(name = "requests_per_minute")
    private Integer requestsPerMinute;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected IssuedKey() {
    }

    public IssuedKey(AccountId account, UserId maker, KeyTerms terms, KeySecret secret, Instant now) {
        this(Role.CUSTOMER, terms, secret, now);
        this.accountId = account.toString();
        this.userId = maker.toString();
    }

    private IssuedKey(Role role, KeyTerms terms, KeySecret secret, Instant now) {
        this.id = Ids.next().toString();
        this.role = role;
        this.name = terms.name();
        this.tier = terms.tier();
        this.secretPrefix = secret.prefix();
        this.secretHash = secret.hash();
        this.allowedCidrs = terms.allowed().column();
        this.requestsPerMinute = terms.requestsPerMinute().isPresent() ? terms.requestsPerMinute().getAsInt() : null;
        this.createdAt = now;
        this.expiresAt = terms.expiresAt().orElse(null);
    }

    /** It acts for no account and no user: suspending whoever made it must not stop the tenant's service. */
    public static IssuedKey ofService(KeyTerms terms, KeySecret secret, Instant now) {
        return new IssuedKey(Role.SERVICE, terms, secret, now);
    }

    /** Twice is quiet: the first time stays. Answers whether it stopped working by this. */
    public boolean revoke(Instant now) {
        boolean active = isActive(now);
        revokedAt = revokedAt == null ? now : revokedAt;
        return active;
    }

    /** The key that takes its place under the same terms; this one works for {@code grace} more at most. */
    public IssuedKey replace(UserId maker, KeySecret secret, Duration grace, Instant now) {
        if (!isActive(now)) {
            throw Refusal.conflict("KEY_NOT_ACTIVE").asException();
        }
        var terms = new KeyTerms(name, tier, Optional.ofNullable(expiresAt), AllowedAddresses.kept(allowedCidrs),
                requestsPerMinute());
        var next = new IssuedKey(AccountId.of(accountId), maker, terms, secret, now);
        if (grace.isZero()) {
            revoke(now);
        } else if (expiresAt == null || now.plus(grace).isBefore(expiresAt)) {
            expiresAt = now.plus(grace);
        }
        return next;
    }

    public boolean belongsTo(AccountId account) {
        return account.toString().equals(accountId);
    }

    public boolean isOfService() {
        return role == Role.SERVICE;
    }

    public ApiKey view(Instant now) {
        var cidrs = AllowedAddresses.kept(allowedCidrs).texts();
        return new ApiKey(UUID.fromString(id), name, secretPrefix, tier, status(now), cidrs, requestsPerMinute(),
                createdAt, Optional.ofNullable(lastUsedAt), Optional.ofNullable(expiresAt));
    }

    public ServiceKey serviceView(Instant now) {
        var cidrs = AllowedAddresses.kept(allowedCidrs).texts();
        return new ServiceKey(UUID.fromString(id), name, secretPrefix, status(now), cidrs, requestsPerMinute(),
                createdAt, Optional.ofNullable(lastUsedAt), Optional.ofNullable(expiresAt));
    }

    private OptionalInt requestsPerMinute() {
        return requestsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(requestsPerMinute);
    }

    private String status(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return isActive(now) ? "active" : "expired";
    }

    private boolean isActive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
