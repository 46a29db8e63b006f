package io.weir.webrest.metering;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.CallFacts;
import io.weir.webrest.http.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** How much of what a service is about to give away. Hot, hence checked without reflection. */
public record ChargeRequest(String meter, BigDecimal quantity, String model, String endpoint,
                            @JsonAlias("latency_ms") Integer latencyMs, Integer status) {
    private static final String OUR_OWN = "/api/metering/charges";

    String requiredMeter() {
        return Texts.given(meter).orElseThrow(() -> Refusal.invalidField("meter", "REQUIRED").asException());
    }

    CallFacts facts(Optional<UUID> apiKey) {
        if (latencyMs != null && latencyMs < 0) {
            throw Refusal.invalidField("latencyMs", "OUT_OF_RANGE").asException();
        }
        if (status != null && (status < 100 || status > 599)) {
            throw Refusal.invalidField("status", "OUT_OF_RANGE").asException();
        }
        return new CallFacts(Texts.given(endpoint).orElse(OUR_OWN), Texts.given(model), status == null ? 200 : status,
                latencyMs == null ? OptionalInt.empty() : OptionalInt.of(latencyMs), 0, apiKey);
    }
}
