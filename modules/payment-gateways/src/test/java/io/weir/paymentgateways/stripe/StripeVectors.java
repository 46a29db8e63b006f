package io.weir.paymentgateways.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Signed bodies that Stripe's own libraries have made or confirmed. */
final class StripeVectors {
    static final String SECRET = read("stripe-webhooks.json").get("secret").asText();

    private StripeVectors() {
    }

    /** One of them. */
    record Case(String name, JsonNode node) {
        byte[] body() {
            return node.get("body").asText().getBytes(StandardCharsets.UTF_8);
        }

        Map<String, String> headers() {
            return Map.of("stripe-signature", node.get("header").asText());
        }

        Instant now() {
            return Instant.ofEpochSecond(node.get("now").asLong());
        }

        boolean isGenuine() {
            return node.get("expect").asText().equals("ACCEPT");
        }

        JsonNode expected() {
            return node.path("expected_fields");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        return StreamSupport.stream(read("stripe-webhooks.json").get("cases").spliterator(), false)
                .map(node -> new Case(node.get("name").asText(), node)).toList();
    }

    static JsonNode read(String file) {
        try (var in = StripeVectors.class.getResourceAsStream("/stripe/" + file)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
