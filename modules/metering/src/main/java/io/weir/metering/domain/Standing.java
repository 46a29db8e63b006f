package io.weir.metering.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The sum over the open allowances of a meter. {@code since} is when the youngest of them began, {@code lastEnd} when
 * the last of them that ends does; {@code endless} when one of them never does.
 */
public record Standing(long granted, long used, long reserved, long overage, Optional<Instant> since,
        Optional<Instant> lastEnd, boolean endless) {
    public static final Standing NONE = new Standing(0, 0, 0, 0, Optional.empty(), Optional.empty(), false);

    public long remaining() {
        return granted - used - reserved;
    }

    /** Absent when something of it never ends. */
    public Optional<Instant> until() {
        return endless ? Optional.empty() : lastEnd;
    }

    public Standing plus(Allowance allowance) {
        var figures = allowance.figures();
        var lifetime = allowance.lifetime();
        return new Standing(granted + figures.granted(), used + figures.used(), reserved + figures.reserved(),
                overage + figures.overage(), later(since, Optional.of(lifetime.startsAt())),
                later(lastEnd, lifetime.endsAt()), endless || lifetime.endsAt().isEmpty());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
