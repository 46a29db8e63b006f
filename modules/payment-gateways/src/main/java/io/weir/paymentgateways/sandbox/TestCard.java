package io.weir.paymentgateways.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cards that can be chosen, each for what happens with it, after those of Stripe's test mode. They are chosen by
 * name: their numbers are accepted nowhere and kept nowhere; people know them by the last four digits.
 */
enum TestCard {
    /** 4242 4242 4242 4242. */
    SUCCEED("4242", true),
    /** 4000 0000 0000 0002. */
    DECLINE("0002", false),
    /** 4000 0000 0000 9995. */
    INSUFFICIENT_FUNDS("9995", false),
    /** 4000 0025 0000 3155: the payer confirms once, and it is charged without asking later. */
    REQUIRES_AUTHENTICATION("3155", true),
    /** 4000 0000 0000 0341: pays while the payer is there, and never after that. */
    FAILS_ON_RENEWAL("0341", false);

    static final String BRAND = "visa";
    private final String last4;
    private final boolean paysLater;

    TestCard(String last4, boolean paysLater) {
        this.last4 = last4;
        this.paysLater = paysLater;
    }

    /** By the name on the wire: {@code insufficient_funds}. */
    static Optional<TestCard> named(String word) {
        return Arrays.stream(values()).filter(card -> card.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String last4() {
        return last4;
    }

    /** Whether a charge without the payer succeeds. */
    boolean paysLater() {
        return paysLater;
    }

    /** A card that is declined is declined when it is to be kept, too. */
    boolean canBeKept() {
        return this != DECLINE && this != INSUFFICIENT_FUNDS;
    }
}
