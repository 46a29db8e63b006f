package io.weir.paymentgateways.payos;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object as it was written, in its order. Values are {@code null}, strings, booleans, {@link Digits}, lists of
 * such, and {@code Fields}. Whoever asks for one in another shape gets an {@link IllegalArgumentException}.
 */
record Fields(Map<String, Object> all) {
    private static final int LONGEST_WHOLE = 18;

    /** A number in the characters that it was written with: signatures are over those. */
    record Digits(String text) {
        boolean isWhole() {
            int digits = text.startsWith("-") ? text.length() - 1 : text.length();
            return digits <= LONGEST_WHOLE && text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        }
    }

    Fields {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** Empty when absent, null or blank. */
    Optional<String> text(String name) {
        return given(name).filter(value -> !value.isBlank());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    /** A number without a fraction. */
    long whole(String name) {
        if (all.get(name) instanceof Digits digits && digits.isWhole()) {
            return Long.parseLong(digits.text());
        }
        throw new IllegalArgumentException(name + " is no whole number");
    }

    Optional<Fields> part(String name) {
        return all.get(name) instanceof Fields fields ? Optional.of(fields) : Optional.empty();
    }

    /** The objects of a list; none when it is absent or null. */
    List<Fields> parts(String name) {
        if (all.get(name) == null) {
            return List.of();
        }
        if (all.get(name) instanceof List<?> list && list.stream().allMatch(Fields.class::isInstance)) {
            return list.stream().map(Fields.class::cast).toList();
        }
        throw new IllegalArgumentException(name + " is no list of objects");
    }

    private Optional<String> given(String name) {
        var value = all.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String string) {
            return Optional.of(string);
        }
        throw new IllegalArgumentException(name + " is no text");
    }
}
