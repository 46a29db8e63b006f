package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions.Agreed;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One account's use of a plan. A free one lives as long as the account and is moved from period to period; a paid one
 * has a period for each payment and is canceled (ended early, by its owner, the next purchase or a refund) or expires.
 * What runs is judged by time: the status of one whose time is over may lag until the next {@code closeDue}.
 */
@Entity
@Table(name = "subscriptions_subscription")
public class StoredSubscription extends SubscriptionFacts {
    /** Those in which a plan may be used; the others never run again. */
    public static final Set<Status> LIVE = Set.copyOf(EnumSet.of(Status.TRIALING, Status.ACTIVE, Status.PAST_DUE));


    protected StoredSubscription() {
    }

    private StoredSubscription(UUID id, AccountId account, StoredPlan plan, Period period, String cause) {
        this.id = id.toString();
        this.account = account.toString();
        this.plan = plan.id().toString();
        this.cause = cause;
        this.origin = cause;
        this.createdAt = period.from();
        this.anchor = createdAt;
        take(period);
    }

    /** Its cause makes it the only one of its account. */
    public static StoredSubscription free(UUID id, AccountId account, StoredPlan plan, Period period) {
        var subscription = new StoredSubscription(id, account, plan, period, "account/" + account);
        subscription.free = true;
        return subscription;
    }

    public static StoredSubscription paid(UUID id, AccountId account, StoredPlan plan, Period period, String cause) {
        return new StoredSubscription(id, account, plan, period, cause);
    }

    /** Under the same agreement as an earlier one, whose periods go on at the same boundaries. */
    public StoredSubscription following(String first, Instant countedFrom) {
        origin = first;
        anchor = countedFrom;
        return this;
    }

    /** Goes on until its period ends. Again is quiet. */
    public void cancelAtPeriodEnd(Instant now) {
        requireEndable(statusAt(now));
        if (periodUntil == null) {
            throw Refusal.invalid("SUBSCRIPTION_ENDLESS").asException();
        }
        cancelAtPeriodEnd = true;
        awaitsInvoice = false;
        accessUntil = null;
    }

    /** Goes on after its period, if somebody pays. */
    public void resume(Instant now) {
        requireEndable(statusAt(now));
        cancelAtPeriodEnd = false;
        pendingPlan = renews ? pendingPlan : null;
        awaitsInvoice = false;
    }

    /** What it is to become. */
    public void pend(UUID wanted, Instant now) {
        requireEndable(statusAt(now));
        pendingPlan = wanted.toString();
        awaitsInvoice = false;
    }

    /** Its next period is to be paid by an invoice, or by none any more. */
    public void awaitInvoice(boolean isOut) {
        awaitsInvoice = isOut;
        graceUntil = null;
        accessUntil = isOut ? accessUntil : null;
    }

    /** Costs nothing; its periods count from its end. */
    public void tryOut() {
        status = Status.TRIALING;
    }

    /** A trial ends later, and its periods count from then. */
    public void tryLonger(Instant until) {
        periodUntil = until;
        openedUntil = until;
        anchor = until;
        awaitsInvoice = false;
        graceUntil = null;
        accessUntil = null;
    }

    /** How long access is to stay for the invoice that is out. */
    public void grace(Instant until) {
        graceUntil = until;
        accessUntil = accessUntil == null ? null : kept(until);
    }

    /** @param usual where its invoice says nothing else */
    public void keepAccessFor(Instant usual) {
        accessUntil = kept(awaitsInvoice && graceUntil != null ? graceUntil : usual);
    }

    /** Whether it is settled how long access stays after the period. */
    public boolean isArranged() {
        return accessUntil != null;
    }

    private Instant kept(Instant until) {
        return until.isAfter(periodUntil) ? until : periodUntil;
    }

    /** Has not begun: its rate is set when it does. */
    public void beginsLater() {
        rateDue = true;
    }

    public void hasBegun() {
        rateDue = false;
    }

    /** Another plan takes over at the end. */
    public void endsFor(StoredSubscription next) {
        cancelAtPeriodEnd = true;
        awaitsInvoice = false;
        accessUntil = null;
        pendingPlan = next.plan;
    }

    /** The next period is paid. */
    public void goOn(Period next) {
        periodUntil = next.until().orElse(null);
        openedUntil = periodUntil;
        status = Status.ACTIVE;
        awaitsInvoice = false;
        accessUntil = null;
    }

    /** The last period, which has not begun, will not come. */
    public void giveBack(Period last) {
        periodUntil = last.from();
        openedUntil = last.from();
        cancelAtPeriodEnd = true;
        accessUntil = null;
    }

    /** A gateway charges the next period, has failed to and tries again, or will not. */
    public void agreed(Agreed how) {
        boolean ends = how == Agreed.ENDS || how == Agreed.ENDED;
        renews = !ends;
        status = how == Agreed.PAST_DUE ? Status.PAST_DUE : Status.ACTIVE;
        cancelAtPeriodEnd = ends || cancelAtPeriodEnd && !endsAtGateway;
        endsAtGateway = ends;
        accessUntil = ends ? null : accessUntil;
    }

    /** Ends now. */
    public void cancel(Instant now) {
        requireEndable(statusAt(now));
        status = Status.CANCELED;
        endedAt = now;
    }

    /** Ends because its period has. */
    public void expire() {
        requireEndable(status);
        if (periodUntil == null) {
            throw new IllegalStateException("subscription " + id + " never ends");
        }
        status = awaitsInvoice ? Status.UNPAID : Status.EXPIRED;
        endedAt = accessEnd();
    }

    /** Moves a free one to a later period. */
    public void renew(Period next) {
        if (!free || !LIVE.contains(status)) {
            throw new IllegalStateException("subscription " + id + " does not renew");
        }
        take(next);
    }

    /** Allowances are open up to here, a next period's included; null: for ever. */
    public void openedUntil(Optional<Instant> until) {
        openedUntil = until.orElse(null);
    }

    private void take(Period period) {
        periodFrom = period.from();
        periodUntil = period.until().orElse(null);
    }

    private void requireEndable(Status standing) {
        if (free) {
            throw Refusal.invalid("SUBSCRIPTION_FREE").asException();
        }
        if (!LIVE.contains(standing) && standing != Status.PENDING) {
            throw Refusal.conflict("SUBSCRIPTION_ENDED").asException();
        }
    }

    /** A paid one whose time is running, or that is kept for a while after it. */
    public boolean isPaidAt(Instant now) {
        return !free && LIVE.contains(status) && used().contains(now);
    }

    /** Its paid time is over, and access stays because a gateway is still to charge the next. */
    public boolean isKept(Instant now) {
        return isPaidAt(now) && periodUntil != null && !now.isBefore(periodUntil);
    }

    private Instant accessEnd() {
        return accessUntil == null ? periodUntil : accessUntil;
    }

    /** The next period is to be paid, access is to stay meanwhile, and that is not arranged yet. */
    public boolean isToBeKept(Instant soon) {
        return (renews || awaitsInvoice) && !cancelAtPeriodEnd && LIVE.contains(status) && accessUntil == null
                && periodUntil != null && !periodUntil.isAfter(soon);
    }

    /** All that is paid, and the access that stays after it. */
    public Period used() {
        return new Period(periodFrom, Optional.ofNullable(accessEnd()));
    }

    /** Still said to run although its period is over. */
    public boolean isOverdue(Instant now) {
        return !free && LIVE.contains(status) && periodUntil != null && !accessEnd().isAfter(now);
    }

    /** As written down; see {@link #statusAt} for what is true. */
    public Status status() {
        return status;
    }

    public Status statusAt(Instant now) {
        if (isOverdue(now)) {
            return awaitsInvoice ? Status.UNPAID : Status.EXPIRED;
        }
        if (!free && LIVE.contains(status) && now.isBefore(periodFrom)) {
            return Status.PENDING;
        }
        boolean late = isKept(now) && (status == Status.PAST_DUE || awaitsInvoice);
        return late ? Status.PAST_DUE : status == Status.PAST_DUE ? Status.ACTIVE : status;
    }

    public Optional<Instant> endedAt(Instant now) {
        return Optional.ofNullable(isOverdue(now) ? accessEnd() : endedAt);
    }
}
