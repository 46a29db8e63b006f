package io.weir.metering.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * When an allowance may be spent: from its start until its end, if it has one, but not while it rests. It rests from
 * {@code restsFrom}, if that is set, until {@code restsUntil}, or for good.
 */
public record Lifetime(Instant startsAt, Optional<Instant> endsAt, Optional<Instant> restsFrom,
                       Optional<Instant> restsUntil, Instant createdAt) {
    /** What ends first is spent first, what never ends last; then the older first. */
    static final Comparator<Lifetime> SPENDING_ORDER = Comparator
            .comparing((Lifetime lifetime) -> lifetime.endsAt.orElse(Instant.MAX))
            .thenComparing(Lifetime::createdAt);

    public boolean openAt(Instant moment) {
        return !moment.isBefore(startsAt) && before(moment, endsAt) && !restsAt(moment);
    }

    private boolean restsAt(Instant moment) {
        return restsFrom.isPresent() && !moment.isBefore(restsFrom.get()) && before(moment, restsUntil);
    }

    private static boolean before(Instant moment, Optional<Instant> end) {
        return end.isEmpty() || moment.isBefore(end.get());
    }
}
