package io.weir.webrest.metering;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.metering.api.CallFacts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How much of what a service is about to give away. {@code account} is for service keys. Hot, hence checked without
 * reflection.
 */
public record ChargeRequest(String meter, BigDecimal quantity, String operation, Map<String, Object> attributes,
                            String model, String endpoint, @JsonAlias("latency_ms") Integer latencyMs, Integer status,
                            Long tokens, String account) {
    private static final String OUR_OWN = "/api/metering/charges";

    Wanted wanted() {
        return Wanted.of(meter, quantity, operation, attributes);
    }

    CallFacts facts(Optional<String> pricedOperation, Optional<UUID> apiKey) {
        return new Told(model, endpoint, status, latencyMs, tokens).facts(OUR_OWN, pricedOperation, apiKey);
    }
}
