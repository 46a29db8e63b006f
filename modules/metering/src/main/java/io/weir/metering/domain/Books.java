package io.weir.metering.domain;

import io.weir.metering.api.Decision;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What every verb of the gate writes into: allowances, caps, usages and alerts of one batch, at one moment. */
final class Books {
    private final AllowanceBook allowances;
    private final AccountMeters meters;
    private final Moments now;
    private final Supplier<UUID> ids;
    private final List<Usage> usages = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    Books(Locked locked, Moments now, Supplier<UUID> ids) {
        this.allowances = new AllowanceBook(locked.allowances());
        this.meters = new AccountMeters(locked.remembered());
        this.now = now;
        this.ids = ids;
    }

    Claim claim(Holder holder, MeterKey meter) {
        return new Claim(holder, meter, now.of(holder.tenant()));
    }

    /** Why so much cannot be admitted now: not enough left, or the account's own cap. */
    Optional<Decision> obstacle(Holder holder, Units units) {
        var claim = claim(holder, units.meter());
        if (!allowances.has(claim, units.quantity())) {
            var standing = allowances.standing(claim);
            return Optional.of(new Decision.Exhausted(claim.meter(), standing.used(), standing.granted(),
                    standing.lastEnd()));
        }
        var month = now.monthOf(holder.tenant());
        return meters.of(claim).filter(row -> row.stopsAt(units.quantity(), month))
                .map(row -> new Decision.Capped(claim.meter(), row.spentIn(month), row.cap().orElseThrow(),
                        month.until().orElseThrow()));
    }

    /** Counts towards the cap of the month in which it happened, if that runs. */
    void spend(Claim claim, long quantity) {
        var month = now.monthOf(claim.holder().tenant());
        if (!claim.at().isBefore(month.from())) {
            meters.spend(claim, quantity, month);
        }
    }

    /** What was held for longer than the month has lasted was spent in another one. */
    void takeBack(Claim claim, long quantity, Instant heldAt) {
        spend(new Claim(claim.holder(), claim.meter(), heldAt), -quantity);
    }

    /** Writes down what the allowances have given already; what went to the cap is the caller's to say. */
    Usage use(Call call, Claim claim, Taken taken) {
        var standing = allowances.standing(claim);
        var usage = call.usage(ids.get(), claim, taken, standing.granted() - standing.used());
        usages.add(usage);
        if (taken.units() > 0) {
            var open = claim(claim.holder(), claim.meter());
            announce(open, open.equals(claim) ? standing : allowances.standing(open));
        }
        return usage;
    }

    Decision.Line line(Claim claim, long quantity) {
        var standing = allowances.standing(claim);
        return new Decision.Line(claim.meter(), quantity, standing.remaining(), standing.granted(),
                standing.lastEnd());
    }

    private void announce(Claim open, Standing standing) {
        int level = Threshold.reached(standing);
        var row = meters.of(open);
        if (level == 0 && row.isEmpty()) {
            return;
        }
        var basis = Threshold.basis(standing, allowances.open(open));
        int before = row.map(known -> known.levelOf(basis)).orElse(0);
        boolean changed = row.flatMap(Remembered::alertBasis).filter(basis::equals).isEmpty();
        if (changed || level > before) {
            meters.announced(open, basis, level);
        }
        Threshold.PERCENTS.stream().filter(percent -> percent > before && percent <= level)
                .forEach(percent -> alerts.add(new Alert(ids.get(), open.holder(), open.meter(), percent,
                        standing.used(), standing.granted(), standing.until(), open.at())));
    }

    AllowanceBook allowances() {
        return allowances;
    }

    Moments now() {
        return now;
    }

    UUID newId() {
        return ids.get();
    }

    List<Usage> usages() {
        return usages;
    }

    List<Alert> alerts() {
        return alerts;
    }

    List<Remembered> remembered() {
        return meters.changes();
    }
}
