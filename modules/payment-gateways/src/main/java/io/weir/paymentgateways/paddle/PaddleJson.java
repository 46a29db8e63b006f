package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reading Paddle's JSON; what must be there and is not is an unreadable message. */
final class PaddleJson {
    private PaddleJson() {
    }

    /** Empty when the bytes are no JSON object. */
    static Optional<JsonNode> tree(byte[] json) {
        try {
            return Optional.ofNullable(Json.mapper().readTree(json)).filter(JsonNode::isObject);
        } catch (IOException | NumberFormatException notJson) {
            // The latter for a number whose exponent no BigDecimal has.
            return Optional.empty();
        }
    }

    static Optional<JsonNode> tree(String json) {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@code path} such as {@code /details/totals}. Numbers are text too; blanks, objects and nulls are absent. */
    static Optional<String> text(JsonNode node, String path) {
        var found = node.at(path);
        return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    static String required(JsonNode node, String path) {
        return text(node, path).orElseThrow(() -> new UnreadableNoticeException("no " + path));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Optional<Instant> instant(JsonNode node, String path) {
        return text(node, path).map(PaddleJson::instant);
    }

    /** The beginning, in UTC, of a day such as {@code 2026-08-30}. */
    static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UnreadableNoticeException("no day: " + text.length() + " characters", e);
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnreadableNoticeException("no time of day: " + text.length() + " characters", e);
        }
    }
}
