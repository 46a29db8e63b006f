package io.weir.payments.domain;

import io.weir.payments.api.Agreement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a running agreement is asked about at its gateway, in the tenant's time. Its next charge is expected at the end
 * of what is paid; from then on it is asked about ever more seldom, until the charge or the end is known. Before that
 * a look each week finds what was changed at the provider.
 */
public final class AgreementPlan {
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration QUIET = Duration.ofDays(7);

    private AgreementPlan() {
    }

    /** Of one that has just begun, of which nothing is known but that. */
    public static Instant first(Instant now) {
        return now.plus(FIRST);
    }

    /**
     * @param checks how often it was asked about since its charge was expected
     * @return empty for one that has ended
     */
    public static Optional<Instant> next(Agreement agreement, int checks, Instant now) {
        if (!agreement.status().isRunning()) {
            return Optional.empty();
        }
        return Optional.of(isExpected(agreement, now) ? again(checks, now)
                : earlier(agreement.paidUntil().orElseThrow().plus(FIRST), now.plus(QUIET)));
    }

    /** After so many checks in vain: 15, 30 minutes, an hour … up to six hours. */
    public static Instant again(int checks, Instant now) {
        var pause = FIRST.multipliedBy(1L << Math.min(checks, 5));
        return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Whether a charge, or the end, is due and not known yet. */
    public static boolean isExpected(Agreement agreement, Instant now) {
        return agreement.status() != Agreement.Status.ACTIVE
                || agreement.paidUntil().filter(end -> end.isAfter(now)).isEmpty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
