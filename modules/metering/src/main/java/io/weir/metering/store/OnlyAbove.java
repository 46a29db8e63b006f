package io.weir.metering.store;

import io.weir.metering.domain.LedgerLine;
import io.weir.metering.domain.RunningBalance.Gaps;
import java.util.Optional;

/** A list that leaves nothing out has a gap above its first entry only. */
record OnlyAbove(Gaps gaps) implements Gaps {
    @Override
    public Optional<LedgerLine> nextRecorded(LedgerLine older, Optional<LedgerLine> newer) {
        return newer.isPresent() ? Optional.empty() : gaps.nextRecorded(older, newer);
    }

    @Override
    public long unrecorded(LedgerLine older, Optional<LedgerLine> newer) {
        return newer.isPresent() ? 0 : gaps.unrecorded(older, newer);
    }
}
