package io.weir.webrest.usage;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.webrest.http.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which meter is meant. */
@ApplicationScoped
class UsageMeters {
    @Inject
    Meters meters;

    /** The one that is named; else tokens, else the tenant's first. Refused: {@code METER_UNKNOWN}. */
    Meter chosen(TenantId tenant, String named) {
        var name = Texts.given(named);
        if (name.isPresent()) {
            return find(tenant, name.get())
                    .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        }
        return meters.find(tenant, MeterKey.TOKENS).or(() -> meters.of(tenant).stream().findFirst())
                .orElseThrow(UsageMeters::unknown);
    }

    /** One that a path names: what can't be a meter's name is as unknown as what isn't one. */
    Meter named(TenantId tenant, String name) {
        try {
            return find(tenant, name).orElseThrow(UsageMeters::unknown);
        } catch (RefusedException refused) {
            throw refused.refusal().kind() == Refusal.Kind.INVALID ? unknown() : refused;
        }
    }

    private Optional<Meter> find(TenantId tenant, String name) {
        return meters.find(tenant, new MeterKey(name));
    }

    private static RefusedException unknown() {
        return Refusal.notFound("METER_UNKNOWN").asException();
    }
}
