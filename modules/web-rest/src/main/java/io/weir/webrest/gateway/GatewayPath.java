package io.weir.webrest.gateway;

import io.weir.kernel.api.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a call's path after the route: as it was sent, and in the form that prices look at, decoded and without
 * parameters or a last slash. What an upstream could read as another path than we do is refused.
 */
record GatewayPath(String raw, String plain) {
    /** @param raw empty or beginning with a slash. Refused: {@code GATEWAY_PATH_INVALID} (400) */
    static GatewayPath of(String raw) {
        var plain = new ArrayList<String>();
        if (raw.isEmpty()) {
            return new GatewayPath("", "/");
        }
        if (raw.charAt(0) != '/') {
            throw invalid();
        }
        var segments = raw.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() && !last) {
                throw invalid();
            }
            plain.add(segment(segments[i]));
        }
        return new GatewayPath(raw, plainOf(plain));
    }

    private static String plainOf(List<String> segments) {
        boolean slashAtEnd = segments.size() > 1 && segments.get(segments.size() - 1).isEmpty();
        return "/" + String.join("/", slashAtEnd ? segments.subList(0, segments.size() - 1) : segments);
    }

    /** Some servers cut {@code ;…} off before they look for dots, some decode first: both readings are checked. */
    private static String segment(String raw) {
        requireNoDots(decode(raw));
        var written = raw.indexOf(';') < 0 ? raw : raw.substring(0, raw.indexOf(';'));
        var plain = decode(written);
        int parameters = plain.indexOf(';');
        var named = parameters < 0 ? plain : plain.substring(0, parameters);
        requireNoDots(named);
        if (named.isEmpty() && !raw.isEmpty()) {
            throw invalid();
        }
        return named;
    }

    private static void requireNoDots(String segment) {
        if (segment.equals(".") || segment.equals("..")) {
            throw invalid();
        }
    }

    private static String decode(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(octet(raw, i));
                i += 2;
            } else {
                bytes.write(allowed(written(c)));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int octet(String raw, int at) {
        if (at + 2 >= raw.length()) {
            throw invalid();
        }
        int high = Character.digit(raw.charAt(at + 1), 16);
        int low = Character.digit(raw.charAt(at + 2), 16);
        if (high < 0 || low < 0 || high * 16 + low == '/') {
            throw invalid();
        }
        return high * 16 + low < 0x80 ? allowed((char) (high * 16 + low)) : high * 16 + low;
    }

    /** Neither belongs into a path as it is; a server that takes them may end the path there. */
    private static char written(char c) {
        if (c == ' ' || c == '#') {
            throw invalid();
        }
        return c;
    }

    private static int allowed(char c) {
        if (c < 0x20 || c >= 0x7F || c == '\\') {
            throw invalid();
        }
        return c;
    }

    private static RuntimeException invalid() {
        return Refusal.invalid("GATEWAY_PATH_INVALID").asException();
    }
}
