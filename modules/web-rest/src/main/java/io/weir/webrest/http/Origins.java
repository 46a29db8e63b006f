package io.weir.webrest.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of origins as settings write it: by commas, or as a JSON array of strings as seed C has it; {@code *} is any.
 */
record Origins(Set<String> allowed) {
    static Origins of(String setting) {
        return new Origins(Arrays.stream(setting.replaceAll("[\\[\\]\"]", "").split(",")).map(String::trim)
                .filter(o -> !o.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    /** What {@code Access-Control-Allow-Origin} says to a page of this origin; nothing when it is a stranger. */
    Optional<String> answerTo(String origin) {
        if (allowed.contains(origin)) {
            return Optional.of(origin);
        }
        return allowed.contains("*") ? Optional.of("*") : Optional.empty();
    }
}
