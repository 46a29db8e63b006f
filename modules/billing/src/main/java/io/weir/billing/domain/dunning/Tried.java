package io.weir.billing.domain.dunning;

import io.weir.billing.api.Dunning.Declined;
import java.util.Optional;

/**
 * What came of an attempt to take money. {@code word}: as {@code Dunning.Case} has it; {@code counts}: whether there
 * was anything to try; {@code declined}: why a kept card did not pay.
 */
public record Tried(String word, boolean counts, Optional<Declined> declined) {
    public static final Tried PAID_BY_CREDIT = new Tried("paid-by-credit", true);
    public static final Tried PAID_BY_CARD = new Tried("paid-by-card", true);
    /** The gateway has not said what came of it. */
    public static final Tried WAITING = new Tried("waiting", true);
    public static final Tried DECLINED = new Tried("declined", true);
    public static final Tried NOTHING = new Tried("nothing-to-try", false);
    /** Another payment of it is under way, or the payer is at a checkout. */
    public static final Tried UNDER_WAY = new Tried("under-way", false);
    /** No gateway says what it keeps. */
    public static final Tried UNREACHABLE = new Tried("unreachable", false);

    private Tried(String word, boolean counts) {
        this(word, counts, Optional.empty());
    }

    public static Tried declined(Declined why) {
        return new Tried(DECLINED.word, true, Optional.of(why));
    }

    public boolean isPaid() {
        return equals(PAID_BY_CREDIT) || equals(PAID_BY_CARD);
    }

    /** Whether one that was answered so may still be declined, or paid. */
    static boolean isUndecided(String word) {
        return WAITING.word.equals(word) || UNDER_WAY.word.equals(word);
    }
}
