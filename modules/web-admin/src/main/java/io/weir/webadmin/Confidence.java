package io.weir.webadmin;

import io.weir.payments.api.Statements.Match;

/** How likely a line of a statement is for a payment. */
enum Confidence {
    SURE("sure", "active"), LIKELY("likely", "pending"), WEAK("weak", ""), NONE("none", "failed");

    private final String word;
    private final String style;

    Confidence(String word, String style) {
        this.word = word;
        this.style = style;
    }

    static Confidence of(Match match) {
        return switch (match) {
            case EXACT, KNOWN -> SURE;
            case TWICE, LESS, MORE, LIKELY -> LIKELY;
            case AMOUNT -> WEAK;
            case DECIDED, OTHER_CURRENCY -> NONE;
        };
    }

    /** Of its text: {@code confidence.sure}. */
    String word() {
        return word;
    }

    /** Of its tag. */
    String style() {
        return style;
    }
}
