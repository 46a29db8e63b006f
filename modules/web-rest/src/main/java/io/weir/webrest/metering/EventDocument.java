package io.weir.webrest.metering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.StrictJson;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A body of CloudEvents in any of the ways in which HTTP carries them: one in structured mode, a batch, one in binary
 * mode ({@code ce-} headers around its data), and plain JSON with one event, an array, or {@code {"events":[…]}}. What
 * is no such document is refused as a whole; what an event is worth is seen later, one by one.
 */
final class EventDocument {
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final int MOST_EVENTS = 1000;
    private static final ObjectReader READER =
            StrictJson.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private EventDocument() {
    }

    /** @param attributes what {@link BinaryMode} found in the headers, empty in every other mode */
    static List<JsonNode> events(MediaType type, Map<String, String> attributes, byte[] body) {
        List<JsonNode> events = switch (type.getSubtype().toLowerCase(Locale.ROOT)) {
            case "cloudevents+json" -> List.of(object(read(body)));
            case "cloudevents-batch+json" -> elements(read(body));
            default -> attributes.isEmpty() ? plain(read(body)) : List.of(binary(type, attributes, body));
        };
        if (events.size() > MOST_EVENTS) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "TOO_MANY_EVENTS", MOST_EVENTS).asException();
        }
        return events;
    }

    private static List<JsonNode> plain(JsonNode document) {
        if (document.isArray()) {
            return elements(document);
        }
        if (document.has("specversion")) {
            return List.of(object(document));
        }
        var events = object(document).get("events");
        if (events == null || !events.isArray()) {
            throw Refusal.invalidField("events", events == null ? "REQUIRED" : "WRONG_TYPE").asException();
        }
        return elements(events);
    }

    private static JsonNode binary(MediaType type, Map<String, String> attributes, byte[] body) {
        var event = StrictJson.mapper().createObjectNode();
        attributes.forEach(event::put);
        event.put("datacontenttype", type.getType() + "/" + type.getSubtype());
        if (body != null && body.length > 0) {
            event.set("data", read(body));
        }
        return event;
    }

    private static ObjectNode object(JsonNode document) {
        if (document instanceof ObjectNode object) {
            return object;
        }
        throw malformed();
    }

    private static List<JsonNode> elements(JsonNode document) {
        if (!document.isArray()) {
            throw malformed();
        }
        var elements = new ArrayList<JsonNode>(document.size());
        document.forEach(elements::add);
        return elements;
    }

    private static JsonNode read(byte[] body) {
        try {
            var document = body == null ? null : READER.readTree(body);
            if (document == null || document.isMissingNode()) {
                throw malformed();
            }
            return document;
        } catch (JsonProcessingException unreadable) {
            throw malformed();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RuntimeException malformed() {
        return Refusal.invalid("MALFORMED_BODY").asException();
    }
}
