package io.weir.paymentgateways.fakes;

import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A form as Stripe's clients send it: {@code line_items[0][price_data][currency]=vnd}. */
public record StripeForm(Map<String, String> fields) {
    static StripeForm parse(String encoded) {
        var fields = new TreeMap<String, String>();
        for (var pair : (encoded == null ? "" : encoded).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new StripeForm(fields);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> StripeRefusal.of(400, "invalid_request_error", "parameter_missing",
                "Missing required param: " + name + "."));
    }

    Optional<Long> whole(String name) {
        return text(name).map(Long::valueOf);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean expands(String name) {
        return fields.entrySet().stream().anyMatch(f -> f.getKey().startsWith("expand") && f.getValue().equals(name));
    }

    /** The metadata that stand under a name such as {@code subscription_data[metadata]}. */
    Map<String, String> metadata(String name) {
        var found = new TreeMap<String, String>();
        fields.forEach((key, value) -> {
            if (key.startsWith(name + "[")) {
                found.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        return found;
    }

    /** An empty value takes one away. */
    static void merge(JsonObject metadata, Map<String, String> changes) {
        changes.forEach((key, value) -> {
            metadata.remove(key);
            if (!value.isEmpty()) {
                metadata.addProperty(key, value);
            }
        });
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
