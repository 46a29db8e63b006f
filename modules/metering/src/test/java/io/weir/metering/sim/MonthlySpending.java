package io.weir.metering.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Period;
import io.weir.metering.MemoryTables;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Part;
import io.weir.metering.domain.Remembered;
import io.weir.metering.domain.Reservation;
import io.weir.metering.domain.Usage;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What an account has used and holds in the running month, counted from its rows after every commit. */
final class MonthlySpending {
    private final MemoryTables tables;
    private final Set<UUID> expired = new HashSet<>();

    MonthlySpending(MemoryTables tables) {
        this.tables = tables;
    }

    void committed(Changes changes, Moments now) {
        changes.turned().stream().filter(r -> r.state() == Reservation.State.EXPIRED)
                .forEach(r -> expired.add(r.terms().id()));
        for (var row : tables.remembered.values()) {
            if (row.cap().isPresent() && now.tenants().containsKey(row.holder().tenant())) {
                check(row, changes, now.tenants().get(row.holder().tenant()).month());
            }
        }
    }

    private void check(Remembered row, Changes changes, Period month) {
        boolean runs = row.spentMonth().filter(month.from()::equals).isPresent();
        long spent = runs ? row.spent() : 0;
        assertThat(spent).as("spent of %s", row).isBetween(expected(row, month, false), expected(row, month, true));
        boolean onlyAdmitted = changes.turned().isEmpty() && changes.events().isEmpty();
        boolean some = changes.usages().stream().anyMatch(u -> isOf(row, u))
                || changes.made().stream().anyMatch(r -> held(r, row) > 0);
        if (onlyAdmitted && some) {
            assertThat(spent).as("what was admitted under %s", row).isLessThanOrEqualTo(row.cap().getAsLong());
        }
    }

    private long expected(Remembered row, Period month, boolean atMost) {
        long used = tables.usages.stream().filter(u -> isOf(row, u) && !u.at().isBefore(month.from()))
                .mapToLong(u -> share(u, row, month, atMost)).sum();
        return used + tables.reservations.values().stream()
                .filter(r -> r.state() == Reservation.State.HELD && !r.terms().heldAt().isBefore(month.from()))
                .mapToLong(r -> held(r, row)).sum();
    }

    /**
     * What was held in another month already was spent in that, unless it expired; whether it did in the very batch
     * that settled it, the rows do not say.
     */
    private long share(Usage usage, Remembered row, Period month, boolean atMost) {
        var reservation = usage.reservation().map(tables.reservations::get);
        if (reservation.isEmpty() || expired.contains(reservation.get().terms().id())
                || !reservation.get().terms().heldAt().isBefore(month.from())
                || atMost && !reservation.get().terms().expiresAt().isAfter(usage.at())) {
            return usage.quantity();
        }
        return Math.max(0, usage.quantity() - held(reservation.get(), row));
    }

    private static long held(Reservation reservation, Remembered row) {
        return !isOf(row, reservation.terms().holder()) ? 0 : reservation.parts().stream()
                .filter(p -> p.meter().equals(row.meter())).mapToLong(Part::quantity).sum();
    }

    private static boolean isOf(Remembered row, Usage usage) {
        return isOf(row, usage.holder()) && usage.meter().equals(row.meter());
    }

    private static boolean isOf(Remembered row, Holder holder) {
        return row.holder().equals(holder);
    }
}
