package io.weir.webrest.metering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.weir.kernel.api.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One event of CloudEvents 1.0 with JSON data. {@code time} stays as it was sent, because it is part of what the event
 * says. Attributes that we have no use for are passed over, as the specification asks.
 */
record CloudEvent(String source, String id, String type, Optional<String> subject, Optional<String> time,
                  JsonNode data) {
    private static final int LONGEST = 255;
    /** RFC 3339: with seconds and an offset, which ISO 8601 may leave out. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON =
            Pattern.compile("[^/;\\s]+/([^/;\\s]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    static CloudEvent of(JsonNode event) {
        if (!event.isObject()) {
            throw Refusal.invalid("EVENT_MALFORMED").asException();
        }
        if (!required(event, "specversion").equals("1.0")) {
            throw refused("specversion", "NOT_AN_OPTION");
        }
        requireJson(text(event, "datacontenttype"));
        return new CloudEvent(required(event, "source"), required(event, "id"), required(event, "type"),
                text(event, "subject"), text(event, "time"), data(event));
    }

    /** When it happened, if it says so. */
    Optional<Instant> at() {
        return time.map(text -> {
            if (!TIME.matcher(text).matches()) {
                throw refused("time", "WRONG_TYPE");
            }
            try {
                return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant()
                        .truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException noSuchTime) {
                throw refused("time", "WRONG_TYPE");
            }
        });
    }

    private static String required(JsonNode event, String attribute) {
        return text(event, attribute).orElseThrow(() -> refused(attribute, "REQUIRED"));
    }

    /** An attribute that is null or empty counts as absent. */
    private static Optional<String> text(JsonNode event, String attribute) {
        var value = event.get(attribute);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw refused(attribute, "WRONG_TYPE");
        }
        if (value.textValue().length() > LONGEST) {
            throw refused(attribute, "TOO_LONG");
        }
        if (value.textValue().chars().anyMatch(CloudEvent::isNoCharacter)) {
            throw refused(attribute, "BAD_CHARACTERS");
        }
        return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
    }

    /** The specification's strings are without these. */
    private static boolean isNoCharacter(int c) {
        return Character.isISOControl(c) || c == 0xFFFE || c == 0xFFFF;
    }

    private static JsonNode data(JsonNode event) {
        if (event.hasNonNull("data_base64")) {
            throw refused("data_base64", "DATA_NOT_JSON");
        }
        var data = event.get("data");
        if (data == null || data.isNull()) {
            return NullNode.getInstance();
        }
        if (!data.isObject()) {
            throw refused("data", "DATA_NOT_JSON");
        }
        return data;
    }

    private static void requireJson(Optional<String> contentType) {
        if (contentType.isPresent() && !JSON.matcher(contentType.get()).matches()) {
            throw refused("datacontenttype", "DATA_NOT_JSON");
        }
    }

    private static RuntimeException refused(String attribute, String reason) {
        return Refusal.invalidField(attribute, reason).asException();
    }
}
