package io.weir.webrest.admin;

import io.weir.metering.api.Allowances.Granted;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.webrest.metering.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One allowance in its meter's unit. {@code state} is open, resting, later or ended; {@code overageRule} is refuse,
 * allow or a share such as {@code 10%}.
 */
public record HoldingView(UUID id, String meter, String title, String unit, String state, BigDecimal granted,
                          BigDecimal used, BigDecimal reserved, BigDecimal overage, BigDecimal remaining,
                          String overageRule, Instant startsAt, Optional<Instant> endsAt, String source,
                          List<GrantView> grants) {
    static HoldingView of(Holding holding) {
        var meter = holding.meter();
        return new HoldingView(holding.id(), meter.key().value(), meter.title(), meter.unit(), word(holding.state()),
                Quantities.toUnits(holding.granted(), meter), Quantities.toUnits(holding.used(), meter),
                Quantities.toUnits(holding.reserved(), meter), Quantities.toUnits(holding.overage(), meter),
                Quantities.toUnits(holding.remaining(), meter), holding.rule().word(), holding.startsAt(),
                holding.endsAt(), holding.source(),
                holding.grants().stream().map(grant -> GrantView.of(grant, meter)).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What raised it, or lowered it; {@code note} is the reason of who did so by hand. */
    public record GrantView(UUID id, BigDecimal quantity, String kind, String source, Instant at,
                            Optional<String> note) {
        static GrantView of(Granted grant, Meter meter) {
            return new GrantView(grant.id(), Quantities.toUnits(grant.quantity(), meter), word(grant.kind()),
                    grant.source(), grant.at(), grant.note());
        }
    }
}
