package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.Subscription.Status;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A subscription as it is written down. */
@MappedSuperclass
public abstract class SubscriptionFacts extends TenantOwned {
    @Id
    @Column(name = "id")
    String id;
    @Column(name = "account_id")
    String account;
    @Column(name = "plan_id")
    String plan;
    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    Status status = Status.ACTIVE;
    @Column(name = "is_free")
    boolean free;
    @Column(name = "period_from")
    Instant periodFrom;
    @Column(name = "period_until")
    Instant periodUntil;
    @Column(name = "opened_until")
    Instant openedUntil;
    @Column(name = "cancel_at_period_end")
    boolean cancelAtPeriodEnd;
    @Column(name = "cause")
    String cause;
    @Column(name = "origin")
    String origin;
    @Column(name = "anchor")
    Instant anchor;
    @Column(name = "renews")
    boolean renews;
    @Column(name = "ends_at_gateway")
    boolean endsAtGateway;
    @Column(name = "awaits_invoice")
    boolean awaitsInvoice;
    @Column(name = "grace_until")
    Instant graceUntil;
    @Column(name = "rate_due")
    boolean rateDue;
    @Column(name = "access_until")
    Instant accessUntil;
    @Column(name = "pending_plan_id")
    String pendingPlan;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "ended_at")
    Instant endedAt;
    @Version
    @Column(name = "version")
    long version;

    public Period period() {
        return new Period(periodFrom, Optional.ofNullable(periodUntil));
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public AccountId account() {
        return AccountId.of(account);
    }

    public UUID plan() {
        return UUID.fromString(plan);
    }

    public boolean isFree() {
        return free;
    }

    public boolean endsAtPeriodEnd() {
        return cancelAtPeriodEnd;
    }

    public String cause() {
        return cause;
    }

    public String origin() {
        return origin;
    }

    public Instant anchor() {
        return anchor;
    }

    public boolean renews() {
        return renews;
    }

    public Optional<UUID> pendingPlan() {
        return Optional.ofNullable(pendingPlan).map(UUID::fromString);
    }

    /** Also the anchor that a free one's periods are counted from. */
    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> openedUntil() {
        return Optional.ofNullable(openedUntil);
    }

    /** An invoice for the next period is out. */
    public boolean awaitsInvoice() {
        return awaitsInvoice;
    }

    /** It begins later, and its rate is to be set then. */
    public boolean rateDue() {
        return rateDue;
    }
}
