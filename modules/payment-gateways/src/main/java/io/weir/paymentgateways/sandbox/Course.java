package io.weir.paymentgateways.sandbox;

import io.weir.payments.spi.AgreementState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an agreement stands. {@code periods}: paid since the {@code anchor}. {@code charges}: tried in its whole life.
 * {@code due}: when it is charged next, never once it has ended. These are in the tenant's time, {@code changedAt} is
 * in real time.
 */
record Course(Status status, boolean cancelAtPeriodEnd, Instant anchor, int periods, Instant paidUntil, int charges,
        int failures, Optional<Instant> due, Instant changedAt) {
    /** How long after the end of the paid period a charge that failed is tried again; after the last it ends. */
    static final List<Duration> RETRIES = List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

    static Course begin(Instant tenantNow, Instant paidUntil, Instant now) {
        return new Course(Status.ACTIVE, false, tenantNow, 1, paidUntil, 0, 0, Optional.of(paidUntil), now);
    }

    Course paid(Instant since, int paidPeriods, Instant until) {
        return new Course(Status.ACTIVE, cancelAtPeriodEnd, since, paidPeriods, until, charges + 1, 0,
                Optional.of(until), changedAt);
    }

    Course failed() {
        boolean isLast = failures >= RETRIES.size();
        return new Course(isLast ? Status.ENDED : Status.PAST_DUE, cancelAtPeriodEnd, anchor, periods, paidUntil,
                charges + 1, failures + 1,
                isLast ? Optional.empty() : Optional.of(paidUntil.plus(RETRIES.get(failures))), changedAt);
    }

    Course ended() {
        return new Course(Status.ENDED, cancelAtPeriodEnd, anchor, periods, paidUntil, charges, failures,
                Optional.empty(), changedAt);
    }

    Course ending(boolean atPeriodEnd) {
        return new Course(status, atPeriodEnd, anchor, periods, paidUntil, charges, failures, due, changedAt);
    }

    /** Changes of one agreement never share a time, so that they are in order. */
    Course at(Instant now) {
        var after = changedAt.plusMillis(1);
        return new Course(status, cancelAtPeriodEnd, anchor, periods, paidUntil, charges, failures, due,
                now.isBefore(after) ? after : now);
    }
}
