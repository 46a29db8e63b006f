package io.weir.metering.api;

import java.util.OptionalInt;

/**
 * What becomes of use that was done already when units did not last: refused (0 %), allowed up to a share of what was
 * granted, or allowed without bound (empty). It never admits a call; it only counts what a settlement or an event says
 * was used beyond.
 */
public record Overage(OptionalInt percent) {
    public static final Overage REFUSE = new Overage(OptionalInt.of(0));
    public static final Overage ALLOW = new Overage(OptionalInt.empty());
    private static final int MOST_PERCENT = 1000;

    public Overage {
        if (percent.isPresent() && (percent.getAsInt() < 0 || percent.getAsInt() > MOST_PERCENT)) {
            throw new IllegalArgumentException("overage of " + percent.getAsInt() + " %");
        }
    }

    /** {@code refuse}, {@code allow}, or a share such as {@code 10%}. */
    public static Overage parse(String word) {
        if (word == null || word.isBlank() || word.equals("refuse")) {
            return REFUSE;
        } else if (word.equals("allow")) {
            return ALLOW;
        } else if (word.matches("\\d{1,4} ?%")) {
            return new Overage(OptionalInt.of(Integer.parseInt(word.replace("%", "").trim())));
        }
        throw new IllegalArgumentException("overage: refuse, allow or a share such as 10%, not " + word);
    }

    /** What {@link #parse} reads. */
    public String word() {
        return percent.isEmpty() ? "allow" : percent.getAsInt() == 0 ? "refuse" : percent.getAsInt() + "%";
    }
}
