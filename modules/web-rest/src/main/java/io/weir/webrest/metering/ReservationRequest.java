package io.weir.webrest.metering;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What to hold before the work, and for how long. {@code model} is accepted because clients send it, and counts when it
 * is told at the settlement, which is what becomes usage.
 */
public record ReservationRequest(String meter, BigDecimal quantity, String operation, Map<String, Object> attributes,
                                 String model, @JsonAlias("ttl_seconds") Integer ttlSeconds, String account) {
    private static final int OTHERWISE_SECONDS = 300;
    private static final int MOST_SECONDS = 86_400;

    Wanted wanted() {
        return Wanted.of(meter, quantity, operation, attributes);
    }

    Duration time() {
        int seconds = ttlSeconds == null ? OTHERWISE_SECONDS : ttlSeconds;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Refusal.invalidField("ttlSeconds", "OUT_OF_RANGE").asException();
        }
        return Duration.ofSeconds(seconds);
    }
}
