package io.weir.webadmin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTTP headers as lines of text: {@code Name: value}, or names alone. */
final class HeaderLines {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

    private HeaderLines() {
    }

    /** Empty when a line is not {@code Name: value}, or a name comes twice. */
    static Optional<Map<String, String>> read(String text) {
        var headers = new LinkedHashMap<String, String>();
        for (String line : lines(text)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            boolean twice = headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
            if (twice || !NAME.matcher(name).matches()) {
                return Optional.empty();
            }
            headers.put(name, line.substring(colon + 1).strip());
        }
        return Optional.of(headers);
    }

    /** Empty when a line is not a header's name. */
    static Optional<List<String>> names(String text) {
        var names = lines(text);
        return Optional.of(names).filter(all -> all.stream().allMatch(NAME.asMatchPredicate()));
    }

    static String write(Map<String, String> headers) {
        return headers.entrySet().stream().map(h -> h.getKey() + ": " + h.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
