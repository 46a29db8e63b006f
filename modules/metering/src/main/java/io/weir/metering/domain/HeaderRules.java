package io.weir.metering.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which headers a route may put on a request, or take off: header → reason of those that it may not. */
final class HeaderRules {
    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");
    private static final int MOST_VALUE = 4000;
    private static final int MOST_HEADERS = 50;
    /** Those that belong to the connection or to the message, which are made anew for each request. */
    private static final Set<String> OURS = Set.of("connection", "keep-alive", "proxy-authenticate",
            "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "host",
            "content-length", "cookie", "expect");
    private static final String AUTHORIZATION = "authorization";

    private HeaderRules() {
    }

    static Map<String, String> set(Map<String, String> headers) {
        var wrong = names(headers.keySet());
        headers.forEach((name, value) -> {
            if (isNamed(name, AUTHORIZATION)) {
                wrong.putIfAbsent(name, "HEADER_SECRET");
            }
            value(name, value, wrong);
        });
        return wrong;
    }

    static Map<String, String> credentials(Map<String, String> headers) {
        var wrong = names(headers.keySet());
        headers.forEach((name, value) -> value(name, value, wrong));
        return wrong;
    }

    static Map<String, String> drop(Collection<String> names) {
        var wrong = new TreeMap<String, String>();
        names.stream().filter(name -> name == null || !TOKEN.matcher(name).matches())
                .forEach(name -> wrong.put(shown(name), "BAD_HEADER"));
        return wrong;
    }

    private static Map<String, String> names(Collection<String> names) {
        var wrong = new TreeMap<String, String>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (name == null || !TOKEN.matcher(name).matches()) {
                wrong.put(shown(name), "BAD_HEADER");
            } else if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                wrong.put(name, "HEADER_RESERVED");
            } else if (!seen.add(name.toLowerCase(Locale.ROOT)) || seen.size() > MOST_HEADERS) {
                wrong.put(name, "TOO_MANY");
            }
        }
        return wrong;
    }

    private static void value(String name, String value, Map<String, String> wrong) {
        if (value == null || value.isBlank()) {
            wrong.putIfAbsent(shown(name), "REQUIRED");
        } else if (value.length() > MOST_VALUE) {
            wrong.putIfAbsent(shown(name), "TOO_LONG");
        } else if (!VALUE.matcher(value).matches()) {
            wrong.putIfAbsent(shown(name), "BAD_CHARACTERS");
        }
    }

    private static boolean isNamed(String name, String wanted) {
        return name != null && name.equalsIgnoreCase(wanted);
    }

    /** A name that is none may be anything: only its beginning is repeated, in letters. */
    private static String shown(String name) {
        String text = name == null ? "" : name.substring(0, Math.min(100, name.length()));
        return text.replaceAll("[^\\x21-\\x7E]", "?");
    }
}
