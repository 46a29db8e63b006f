package io.weir.webrest.metering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.TreeMap;

/**
 * Tells a repetition of an event from another event under the same id: SHA-256 of what it says, however its JSON was
 * written. Members are sorted, and 1, 1.0 and 1e0 are one number.
 */
final class Fingerprint {
    private Fingerprint() {
    }

    static byte[] of(CloudEvent event) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(said(event).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String said(CloudEvent event) {
        var said = new StringBuilder("[");
        for (var text : new String[] {event.source(), event.id(), event.type(), event.subject().orElse(""),
                event.time().orElse("")}) {
            said.append(TextNode.valueOf(text)).append(',');
        }
        return write(event.data(), said).append(']').toString();
    }

    static String canonical(JsonNode value) {
        return write(value, new StringBuilder()).toString();
    }

    private static StringBuilder write(JsonNode value, StringBuilder to) {
        if (value.isObject()) {
            return writeObject(value, to);
        }
        if (value.isArray()) {
            to.append('[');
            value.forEach(element -> write(element, to).append(','));
            return to.append(']');
        }
        // Never in plain notation: an exponent may stand for a gigabyte of zeros.
        return value.isNumber() ? to.append(value.decimalValue().stripTrailingZeros()) : to.append(value);
    }

    private static StringBuilder writeObject(JsonNode object, StringBuilder to) {
        var members = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        to.append('{');
        members.forEach((name, member) -> write(member, to.append(TextNode.valueOf(name)).append(':')).append(','));
        return to.append('}');
    }
}
