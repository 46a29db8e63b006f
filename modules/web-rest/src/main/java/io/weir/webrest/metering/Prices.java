package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Says what is wanted in a meter's smallest units, from memory. */
@ApplicationScoped
class Prices {
    @Inject
    Meters meters;
    @Inject
    RateCards cards;

    Price of(TenantId tenant, Wanted wanted) {
        if (wanted.operation().isPresent()) {
            return ofOperation(tenant, wanted.operation().get(), wanted.attributes());
        }
        var meter = find(tenant, wanted.meter().orElseThrow())
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        return new Price(meter, Quantities.toSmallest(wanted.quantity(), meter), Optional.empty());
    }

    Price ofOperation(TenantId tenant, String operation, Map<String, Object> attributes) {
        var quote = cards.quote(tenant, operation, attributes);
        return new Price(quote.meter(), quote.quantity(), Optional.of(operation));
    }

    Optional<Meter> find(TenantId tenant, String meter) {
        return meters.find(tenant, new MeterKey(meter));
    }

    /** A meter that something was counted on; those are never taken away. */
    Meter known(TenantId tenant, MeterKey meter) {
        return meters.find(tenant, meter)
                .orElseThrow(() -> new IllegalStateException("meter " + meter + " of tenant " + tenant + " is gone"));
    }
}
