package io.weir.webrest.credits;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The meter that a tenant counts its credits by, or another one that is asked for. */
@ApplicationScoped
class CreditMeter {
    @Inject
    RateCards cards;
    @Inject
    Meters meters;

    Meter of(TenantId tenant) {
        return meters.find(tenant, cards.credits(tenant))
                .orElseThrow(() -> Refusal.notFound("METER_UNKNOWN").asException());
    }

    Meter of(TenantId tenant, Optional<String> name) {
        return name.map(key -> meters.find(tenant, new MeterKey(key))
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException()))
                .orElseGet(() -> of(tenant));
    }
}
