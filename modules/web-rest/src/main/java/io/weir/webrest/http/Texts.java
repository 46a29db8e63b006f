package io.weir.webrest.http;

import java.util.Optional;

/** Texts as people type them: space around them means nothing, and nothing but space is nothing. */
public final class Texts {
    private Texts() {
    }

    /** Null stays null. */
    public static String trimmed(String text) {
        return text == null ? null : text.strip();
    }

    public static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }
}
