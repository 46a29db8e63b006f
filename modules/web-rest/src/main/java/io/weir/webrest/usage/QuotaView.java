package io.weir.webrest.usage;

import io.weir.metering.api.Allowances.Balance;
import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageAlerts.Alert;
import io.weir.webrest.metering.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seed E's statistics. {@code used} includes what was used beyond the quota, so {@code percent} may be above 100; it
 * has one decimal and is rounded down, so that 100 means used up. {@code alerts}: the thresholds that were reached in
 * the running period.
 */
public record QuotaView(boolean ok, BigDecimal quota, BigDecimal used, BigDecimal remaining,
                        Optional<Instant> periodStart, Optional<Instant> periodEnd, BigDecimal percent,
                        List<Threshold> alerts) {

    static QuotaView of(Balance balance, List<Alert> alerts) {
        Meter meter = balance.meter();
        var quota = Quantities.toUnits(balance.granted(), meter);
        var used = Quantities.toUnits(balance.used(), meter).add(Quantities.toUnits(balance.overage(), meter));
        return new QuotaView(true, quota, used, Quantities.toUnits(balance.remaining(), meter), balance.since(),
                balance.until(), percent(used, quota), reached(balance, alerts));
    }

    static BigDecimal percent(BigDecimal used, BigDecimal quota) {
        return quota.signum() <= 0 ? BigDecimal.ZERO
                : used.movePointRight(2).divide(quota, 1, RoundingMode.DOWN);
    }

    private static List<Threshold> reached(Balance balance, List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.meter().key().equals(balance.meter().key()))
                .filter(alert -> balance.since().filter(since -> alert.at().isBefore(since)).isEmpty())
                .map(alert -> new Threshold(alert.id(), alert.percent(), alert.at())).toList();
    }

    /** In percent of the quota. */
    public record Threshold(UUID id, int threshold, Instant triggeredAt) {
    }
}
