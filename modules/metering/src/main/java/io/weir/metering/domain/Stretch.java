package io.weir.metering.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A stretch of time, from inclusive to exclusive. */
public record Stretch(Instant from, Instant until) {
    public boolean isEmpty() {
        return !from.isBefore(until);
    }

    public Stretch clippedTo(Stretch other) {
        return since(other.from).before(other.until);
    }

    /** What of it lies at that moment or after. */
    public Stretch since(Instant moment) {
        return moment.isAfter(from) ? new Stretch(moment, until) : this;
    }

    /** What of it lies before that moment. */
    public Stretch before(Instant moment) {
        return moment.isBefore(until) ? new Stretch(from, moment) : this;
    }

    /** The rollup hour in which it begins. */
    public Instant hour() {
        return from.truncatedTo(ChronoUnit.HOURS);
    }
}
