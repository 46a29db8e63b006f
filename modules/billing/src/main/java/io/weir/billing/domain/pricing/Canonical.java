package io.weir.billing.domain.pricing;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.platform.api.Json;
import io.weir.subscriptions.api.Pricing;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * JSON of which there is one for each content: members in order of their names, numbers without needless zeros, no
 * blanks. Money is its minor units and its currency.
 */
public final class Canonical {
    /** An amount's {@code isZero} is a question, not content; models of prices are known by the catalogue's words. */
    private static final ObjectMapper MAPPER = Json.mapper().copy()
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .addMixIn(Pricing.Model.class, ModelNames.class);

    private Canonical() {
    }

    public static String json(Object content) {
        return write(MAPPER.valueToTree(content));
    }

    /** The same content from JSON that was stored in any order or layout. */
    public static String of(String json) {
        return write(read(json, JsonNode.class));
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + json, e);
        }
    }

    private static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(ordered(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object ordered(JsonNode node) {
        if (node.isObject()) {
            var members = new TreeMap<String, Object>();
            node.properties().forEach(member -> members.put(member.getKey(), ordered(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            var elements = new ArrayList<Object>();
            node.forEach(element -> elements.add(ordered(element)));
            return elements;
        }
        return node;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Pricing.PerUnit.class, name = "perUnit"),
        @JsonSubTypes.Type(value = Pricing.Graduated.class, name = "graduated"),
        @JsonSubTypes.Type(value = Pricing.Volume.class, name = "volume"),
        @JsonSubTypes.Type(value = Pricing.Packages.class, name = "package")})
    private interface ModelNames {
    }
}
