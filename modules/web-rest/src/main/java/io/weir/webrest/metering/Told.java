package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.CallFacts;
import io.weir.webrest.http.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What a service tells about a call besides its quantity; everything may be absent. */
record Told(String model, String endpoint, Integer status, Integer latencyMs, Long tokens) {
    /** Far more than any model reads or writes in one call. */
    private static final long MOST_TOKENS = 1_000_000_000L;

    /** @param ownEndpoint the endpoint when none was told */
    CallFacts facts(String ownEndpoint, Optional<String> operation, Optional<UUID> apiKey) {
        within("latencyMs", latencyMs == null ? 0 : latencyMs, 0, Integer.MAX_VALUE);
        within("status", status == null ? 200 : status, 100, 599);
        within("tokens", tokens == null ? 0 : tokens, 0, MOST_TOKENS);
        return new CallFacts(Texts.given(endpoint).orElse(ownEndpoint), operation, Texts.given(model),
                status == null ? 200 : status, latencyMs == null ? OptionalInt.empty() : OptionalInt.of(latencyMs),
                tokens == null ? 0 : tokens, apiKey);
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw Refusal.invalidField(field, "OUT_OF_RANGE").asException();
        }
    }
}
