package io.weir.paymentgateways.payos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** Requests, messages and answers that the vendor's own software signed. */
final class Vectors {
    static final JsonNode ALL = read();
    static final String KEY = ALL.get("checksum_key").textValue();

    private Vectors() {
    }

    static Stream<Arguments> named(String list) {
        return cases(list).map(one -> Arguments.of(Named.of(one.get("name").textValue(), one)));
    }

    static List<String> genuineBodies() {
        return cases("webhooks").filter(one -> one.get("expect").textValue().equals("ACCEPT"))
                .map(one -> one.get("body").textValue()).toList();
    }

    static byte[] body(String name) {
        return cases("webhooks").filter(one -> one.get("name").textValue().startsWith(name)).findFirst().orElseThrow()
                .get("body").textValue().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<JsonNode> cases(String list) {
        return StreamSupport.stream(ALL.get(list).spliterator(), false);
    }

    private static JsonNode read() {
        try (var in = Vectors.class.getResourceAsStream("/payos/vectors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
