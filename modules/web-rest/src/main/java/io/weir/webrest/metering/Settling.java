package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Actual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;

/** Turns what a settlement says into the meter's smallest units, once the gate has found what is held. */
@ApplicationScoped
class Settling {
    @Inject
    Prices prices;

    Actual actual(TenantId tenant, SettleRequest request) {
        var attributes = request.repriced();
        if (attributes.isPresent()) {
            return hold -> repriced(tenant, hold, attributes.get());
        }
        return request.quantity() == null ? Actual.AS_HELD : hold -> counted(tenant, hold, request.quantity());
    }

    private long counted(TenantId tenant, Actual.Hold hold, BigDecimal quantity) {
        return Quantities.toSmallestOrNone(quantity, prices.known(tenant, hold.meter()));
    }

    private long repriced(TenantId tenant, Actual.Hold hold, Map<String, Object> attributes) {
        var operation = hold.operation().orElseThrow(() -> Refusal.invalid("OPERATION_REQUIRED").asException());
        var price = prices.ofOperation(tenant, operation, attributes);
        if (!price.meter().key().equals(hold.meter())) {
            throw Refusal.conflict("RATE_CARD_CHANGED", operation).asException();
        }
        return price.quantity();
    }
}
