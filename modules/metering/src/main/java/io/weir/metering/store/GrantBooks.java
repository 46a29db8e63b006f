package io.weir.metering.store;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Allowances.Adjustment;
import io.weir.metering.api.Allowances.Grant;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.Allowances.TakeBack;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Overage;
import io.weir.metering.domain.Reduction;
import io.weir.platform.api.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Raises and lowers what is granted, each with its entry in {@code metering_grant}; all of the account is locked. */
final class GrantBooks {
    private final AllowanceRows rows;
    private final List<AllowanceRows.Row> locked;
    private final Instant now;

    GrantBooks(AllowanceRows rows, List<AllowanceRows.Row> locked, Instant now) {
        this.rows = rows;
        this.locked = locked;
        this.now = now;
    }

    /** False when that was done before. */
    boolean open(Grant grant, Period period, Overage overage, Optional<String> note) {
        var id = Ids.next();
        if (!rows.insert(id, grant, period, overage, now)) {
            return false;
        }
        long added = period.contains(now) ? grant.quantity() : 0;
        rows.book(new Booking(id, grant, note, AllowanceRows.balance(locked, grant.meter(), now) + added, now));
        return true;
    }

    void raise(AllowanceRows.Row target, Grant grant) {
        long added = target.isOpenOf(grant.meter(), now) ? grant.quantity() : 0;
        long balance = AllowanceRows.balance(locked, grant.meter(), now) + added;
        rows.book(new Booking(target.id(), grant, Optional.empty(), balance, now));
        rows.raise(target.allowance(), grant.quantity());
    }

    /** False when that was done before. */
    boolean adjust(Adjustment adjustment, Meter meter) {
        var grant = new Grant(adjustment.meter(), adjustment.quantity(), GrantKind.ADJUSTMENT, adjustment.source());
        if (rows.hasGrant(grant)) {
            return false;
        } else if (adjustment.quantity() > 0) {
            return open(grant, new Period(now, adjustment.until()), Overage.REFUSE, Optional.of(adjustment.reason()));
        }
        lower(adjustment, meter);
        return true;
    }

    private void lower(Adjustment adjustment, Meter meter) {
        var reduction = new Reduction(locked.stream().map(AllowanceRows.Row::allowance).toList(), meter.key(), now);
        if (reduction.free() < -adjustment.quantity()) {
            var free = BigDecimal.valueOf(reduction.free(), meter.decimals()).toPlainString();
            throw Refusal.conflict("ADJUSTMENT_TOO_LARGE", free, meter.unit()).asException();
        }
        long balance = AllowanceRows.balance(locked, meter.key(), now);
        int number = 1;
        for (var cut : reduction.cuts(-adjustment.quantity())) {
            balance -= cut.quantity();
            String source = number == 1 ? adjustment.source() : adjustment.source() + "/" + number;
            var grant = new Grant(meter.key(), -cut.quantity(), GrantKind.ADJUSTMENT, source);
            rows.book(new Booking(cut.allowance().id(), grant, Optional.of(adjustment.reason()), balance, now));
            rows.raise(cut.allowance(), -cut.quantity());
            number++;
        }
    }

    /** Answers what was taken, now or before. */
    long takeBack(TakeBack wanted) {
        var before = rows.given(wanted.source(), wanted.meter());
        if (before.isPresent()) {
            return -before.get().quantity();
        }
        return rows.given(wanted.given(), wanted.meter())
                .flatMap(given -> locked.stream().filter(row -> row.id().equals(given.allowance())).findAny())
                .filter(row -> !row.endedAt(now)).map(row -> takeBack(row, wanted)).orElse(0L);
    }

    private long takeBack(AllowanceRows.Row row, TakeBack wanted) {
        long taken = Math.min(wanted.quantity(), Reduction.free(row.allowance().figures()));
        if (taken > 0) {
            long counted = row.isOpenOf(wanted.meter(), now) ? taken : 0;
            long balance = AllowanceRows.balance(locked, wanted.meter(), now) - counted;
            var grant = new Grant(wanted.meter(), -taken, GrantKind.REFUND, wanted.source());
            rows.book(new Booking(row.id(), grant, Optional.of(wanted.note()), balance, now));
            rows.raise(row.allowance(), -taken);
        }
        return taken;
    }
}
