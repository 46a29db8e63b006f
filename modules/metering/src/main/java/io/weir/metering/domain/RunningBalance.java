package io.weir.metering.domain;

import io.weir.metering.api.Ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the balance after entries that have none written down, such as expiries, which nothing writes: it is the next
 * newer entry's balance less what that entry changed.
 */
public final class RunningBalance {
    private final Gaps gaps;
    private final long current;

    /** @param current the balance now, which is the newest entry's */
    public RunningBalance(Gaps gaps, long current) {
        this.gaps = gaps;
        this.current = current;
    }

    /** Newest first. */
    public List<Entry> after(List<LedgerLine> lines) {
        var entries = new ArrayList<Entry>();
        Optional<LedgerLine> newer = Optional.empty();
        long before = current;
        for (var line : lines) {
            long balance = line.recorded().isPresent() ? line.recorded().get() : derived(line, newer, before);
            entries.add(new Entry(line.id(), line.type(), line.quantity(), balance, line.at(), line.note()));
            newer = Optional.of(line);
            before = balance - line.quantity();
        }
        return entries;
    }

    /** @param before the balance just before the newer entry, or now where there is none */
    private long derived(LedgerLine line, Optional<LedgerLine> newer, long before) {
        var recorded = gaps.nextRecorded(line, newer);
        long start = recorded.map(known -> known.recorded().orElseThrow() - known.quantity()).orElse(before);
        return start - gaps.unrecorded(line, recorded.or(() -> newer));
    }

    /** What lies between two entries of a list that leaves others out; without the newer one, up to now. */
    public interface Gaps {
        /** The oldest entry between the two that has a balance written down. */
        Optional<LedgerLine> nextRecorded(LedgerLine older, Optional<LedgerLine> newer);

        /** The sum of the entries between the two that have none. */
        long unrecorded(LedgerLine older, Optional<LedgerLine> newer);
    }
}
