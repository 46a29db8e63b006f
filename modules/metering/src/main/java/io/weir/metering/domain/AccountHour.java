package io.weir.metering.domain;

import java.time.Instant;
import java.util.Comparator;

/** An hour of an account's rollups, in an order, so that who locks several does not meet others half-way. */
public record AccountHour(Holder holder, Instant at) implements Comparable<AccountHour> {
    private static final Comparator<AccountHour> ORDER = Comparator
            .comparing((AccountHour hour) -> hour.holder.tenant().toString())
            .thenComparing(hour -> hour.holder.account().toString()).thenComparing(AccountHour::at);

    @Override
    public int compareTo(AccountHour other) {
        return ORDER.compare(this, other);
    }
}
