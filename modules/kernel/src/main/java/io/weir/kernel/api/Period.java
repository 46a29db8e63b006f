package io.weir.kernel.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A half-open span {@code [from, until)}; an absent {@code until} never ends. */
public record Period(Instant from, Optional<Instant> until) {
    public Period {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw new IllegalArgumentException("empty period " + from + " to " + until.get());
        }
    }

    public static Period between(Instant from, Instant until) {
        return new Period(from, Optional.of(until));
    }

    public static Period since(Instant from) {
        return new Period(from, Optional.empty());
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && until.map(moment::isBefore).orElse(true);
    }
}
