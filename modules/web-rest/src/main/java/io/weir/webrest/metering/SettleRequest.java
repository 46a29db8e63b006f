package io.weir.webrest.metering;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.CallFacts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How much it was in the end: a quantity, or the attributes that the reservation's operation is priced by again, or
 * neither: as much as was held.
 */
public record SettleRequest(BigDecimal quantity, Map<String, Object> attributes, String model, String endpoint,
                            Integer status, @JsonAlias("latency_ms") Integer latencyMs, Long tokens, String account) {
    static final SettleRequest AS_HELD = new SettleRequest(null, null, null, null, null, null, null, null);
    private static final String OUR_OWN = "/api/metering/reservations";

    /** The new attributes, when the price is to be found again. */
    Optional<Map<String, Object>> repriced() {
        if (attributes != null && quantity != null) {
            throw Refusal.invalidField("attributes", "QUANTITY_OR_ATTRIBUTES").asException();
        }
        return Optional.ofNullable(attributes).map(Attributes::checked);
    }

    CallFacts facts(Optional<UUID> apiKey) {
        return new Told(model, endpoint, status, latencyMs, tokens).facts(OUR_OWN, Optional.empty(), apiKey);
    }
}
