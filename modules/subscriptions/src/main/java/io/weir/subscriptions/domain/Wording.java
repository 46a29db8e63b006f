package io.weir.subscriptions.domain;

import java.text.Normalizer;

/** Names and descriptions of packages. Composed and stripped, so that two spellings that look alike are one name. */
final class Wording {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 4_000;

    private Wording() {
    }

    static String tidy(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    static void check(String name, String description, Complaints complaints) {
        complaints.unless(name != null && !name.isEmpty(), "name", "REQUIRED");
        complaints.unless(length(name) <= LONGEST_NAME, "name", "TOO_LONG");
        complaints.unless(length(description) <= LONGEST_DESCRIPTION, "description", "TOO_LONG");
    }

    private static int length(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
