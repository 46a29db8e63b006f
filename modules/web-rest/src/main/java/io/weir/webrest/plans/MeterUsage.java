package io.weir.webrest.plans;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Balance;
import io.weir.metering.api.Meter;
import io.weir.webrest.metering.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account has of each meter. */
@ApplicationScoped
public class MeterUsage {
    @Inject
    Allowances allowances;

    public List<Line> of(TenantId tenant, AccountId account) {
        return allowances.balances(tenant, account).stream().map(Line::of).toList();
    }

    /**
     * Quantities in the meter's unit; {@code overage} was used beyond what was granted and is not part of {@code used};
     * {@code alerts} are the thresholds, in percent of what was granted, that use has reached.
     */
    public record Line(String meter, String title, String unit, BigDecimal granted, BigDecimal used,
                       BigDecimal reserved, BigDecimal remaining, BigDecimal overage, Optional<Instant> periodEnd,
                       List<Integer> alerts) {
        static Line of(Balance balance) {
            Meter meter = balance.meter();
            return new Line(meter.key().value(), meter.title(), meter.unit(),
                    Quantities.toUnits(balance.granted(), meter), Quantities.toUnits(balance.used(), meter),
                    Quantities.toUnits(balance.reserved(), meter), Quantities.toUnits(balance.remaining(), meter),
                    Quantities.toUnits(balance.overage(), meter), balance.until(), alerts(balance.used(),
                            balance.granted()));
        }

        static List<Integer> alerts(long used, long granted) {
            return Stream.of(80, 90, 100).filter(percent -> granted > 0 && reaches(used, granted, percent)).toList();
        }

        private static boolean reaches(long used, long granted, int percent) {
            return BigInteger.valueOf(used).multiply(BigInteger.valueOf(100))
                    .compareTo(BigInteger.valueOf(granted).multiply(BigInteger.valueOf(percent))) >= 0;
        }
    }
}
