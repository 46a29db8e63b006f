package io.weir.subscriptions.domain;

import io.weir.platform.api.Json;
import io.weir.subscriptions.api.ChargeDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that this module's rows hold. */
final class JsonColumns {
    private JsonColumns() {
    }

    static Map<String, Long> quantities(String json) {
        var quantities = new LinkedHashMap<String, Long>();
        Map<?, ?> read = Json.read(json, Map.class);
        read.forEach((meter, units) -> quantities.put(String.valueOf(meter), ((Number) units).longValue()));
        return quantities;
    }

    static Map<String, Object> members(String json) {
        var members = new LinkedHashMap<String, Object>();
        Map<?, ?> read = Json.read(json, Map.class);
        read.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    static List<ChargeDraft> charges(String json) {
        return List.of(Json.read(json, ChargeDraft[].class));
    }

    static List<String> words(String json) {
        List<?> read = Json.read(json, List.class);
        return read.stream().map(String::valueOf).toList();
    }
}
