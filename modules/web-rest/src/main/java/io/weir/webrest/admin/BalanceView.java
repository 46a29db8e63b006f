package io.weir.webrest.admin;

import io.weir.metering.api.Allowances.Balance;
import io.weir.webrest.metering.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * All open allowances of a meter together, in its unit; {@code until}: when the last of them ends, absent when one
 * never does.
 */
public record BalanceView(String meter, String title, String unit, BigDecimal granted, BigDecimal used,
                          BigDecimal reserved, BigDecimal overage, BigDecimal remaining, Optional<Instant> until) {
    static BalanceView of(Balance balance) {
        var meter = balance.meter();
        return new BalanceView(meter.key().value(), meter.title(), meter.unit(),
                Quantities.toUnits(balance.granted(), meter), Quantities.toUnits(balance.used(), meter),
                Quantities.toUnits(balance.reserved(), meter), Quantities.toUnits(balance.overage(), meter),
                Quantities.toUnits(balance.remaining(), meter), balance.until());
    }
}
