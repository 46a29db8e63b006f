package io.weir.metering.api;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What is remembered of a call besides its quantity. {@code operation}: what the rate card priced; {@code status} is an
 * HTTP status (≥ 400 counts as an error); {@code tokens} what the model said it used, 0 where there is no model; {@code
 * latencyMs} absent where nothing was waited for.
 */
public record CallFacts(String endpoint, Optional<String> operation, Optional<String> model, int status,
        OptionalInt latencyMs, long tokens, Optional<UUID> apiKey) {
    public CallFacts {
        endpoint = cut(endpoint, 120);
        operation = operation.map(o -> cut(o, 64));
        model = model.map(m -> cut(m, 64));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
