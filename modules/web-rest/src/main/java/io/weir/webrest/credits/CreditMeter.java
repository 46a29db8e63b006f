package io.weir.webrest.credits;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The meter that a tenant counts its credits by. */
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
}
