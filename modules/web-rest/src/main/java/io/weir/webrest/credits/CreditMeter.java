package io.weir.webrest.credits;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a tenant calls credits: the meter of its rate card, else the one of that name. */
@ApplicationScoped
class CreditMeter {
    private static final String OTHERWISE = "credits";

    @Inject
    RateCards cards;
    @Inject
    Meters meters;

    Meter of(TenantId tenant) {
        var key = new MeterKey(cards.of(tenant).map(RateCard::meter).orElse(OTHERWISE));
        return meters.find(tenant, key).orElseThrow(() -> Refusal.notFound("METER_UNKNOWN").asException());
    }
}
