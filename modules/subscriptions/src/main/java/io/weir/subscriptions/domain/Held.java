package io.weir.subscriptions.domain;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The subscriptions of one account, newest first, and which of them counts. */
public record Held(List<StoredSubscription> subscriptions) {
    public Optional<StoredSubscription> free() {
        return subscriptions.stream().filter(StoredSubscription::isFree).findFirst();
    }

    /** The paid one whose period is running. */
    public Optional<StoredSubscription> paid(Instant now) {
        return subscriptions.stream().filter(s -> s.isPaidAt(now)).findFirst();
    }

    /** The paid one, else the free one. Refused: {@code SUBSCRIPTION_NOT_FOUND}, when the tenant has no free plan. */
    public StoredSubscription current(Instant now) {
        return paid(now).or(this::free).orElseThrow(() -> Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException());
    }

    /** The newest that goes back to this first payment. */
    public Optional<StoredSubscription> ofOrigin(String origin) {
        return subscriptions.stream().filter(s -> !s.isFree() && s.origin().equals(origin)).findFirst();
    }

    public Optional<StoredSubscription> byCause(String cause) {
        return subscriptions.stream().filter(s -> s.cause().equals(cause)).findFirst();
    }

    /** Paid ones that nobody has ended yet, whether their period is over or not. */
    public List<StoredSubscription> unended() {
        return subscriptions.stream().filter(s -> !s.isFree() && StoredSubscription.LIVE.contains(s.status())).toList();
    }

    /** How long the free plan rests: under a paid one, and under those that are to follow it without a gap. */
    public Period restUnder(StoredSubscription paid, Instant now) {
        var until = paid.used().until();
        var next = until.flatMap(this::beginningAt);
        while (next.isPresent()) {
            until = next.get().used().until();
            next = until.flatMap(this::beginningAt);
        }
        return new Period(now, until);
    }

    private Optional<StoredSubscription> beginningAt(Instant moment) {
        return unended().stream().filter(s -> s.period().from().equals(moment)).findFirst();
    }

    /** Refused: {@code NO_ACTIVE_SUBSCRIPTION} when there never was one, {@code SUBSCRIPTION_EXPIRED} after it. */
    public void requirePaid(Instant now) {
        if (paid(now).isEmpty()) {
            boolean once = subscriptions.stream().anyMatch(s -> !s.isFree());
            throw Refusal.invalid(once ? "SUBSCRIPTION_EXPIRED" : "NO_ACTIVE_SUBSCRIPTION").asException();
        }
    }
}
