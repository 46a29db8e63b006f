package io.weir.metering.domain;

import io.weir.metering.api.Ledger.Type;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** An entry of the ledger as it is stored: {@code recorded} is the balance just after it, where it was written down. */
public record LedgerLine(UUID id, Type type, long quantity, Optional<Long> recorded, Instant at,
        Optional<String> note) {
    /** Ids grow with time, and tell apart what happened in the same millisecond. */
    public static final Comparator<LedgerLine> NEWEST_FIRST = Comparator
            .comparing(LedgerLine::at).thenComparing(line -> line.id().toString()).reversed();

    public boolean isNewerThan(LedgerLine other) {
        return NEWEST_FIRST.compare(this, other) < 0;
    }
}
