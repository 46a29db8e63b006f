package io.weir.webadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.weir.platform.api.Json;
import java.util.Map;
import java.util.Optional;

/** A plan's features as the JSON object that an administrator edits. */
final class FeatureText {
    private FeatureText() {
    }

    static String write(Map<String, Object> features) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(features);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Nothing written means no features. Empty when it is anything but one JSON object. */
    static Optional<Map<String, Object>> read(String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.ofNullable(Json.mapper().readerFor(new TypeReference<Map<String, Object>>() { })
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(text));
        } catch (JsonProcessingException notAnObject) {
            return Optional.empty();
        }
    }
}
