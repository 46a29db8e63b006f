package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.Decline;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cards that can be chosen, each for what happens with it, after those of Stripe's test mode. They are chosen by
 * name: their numbers are accepted nowhere and kept nowhere; people know them by the last four digits.
 */
enum TestCard {
    /** 4242 4242 4242 4242. */
    SUCCEED("4242", null),
    /** 4000 0000 0000 0002. */
    DECLINE("0002", Decline.CARD_DECLINED),
    /** 4000 0000 0000 9995: can be kept, because nobody asks for money then. */
    INSUFFICIENT_FUNDS("9995", "insufficient_funds"),
    /** 4000 0025 0000 3155: the payer confirms once, and it is charged without asking later. */
    REQUIRES_AUTHENTICATION("3155", null),
    /** 4000 0027 6000 3184: the payer confirms each time, and is not there later. */
    ALWAYS_AUTHENTICATES("3184", Decline.AUTHENTICATION_REQUIRED),
    /** 4000 0000 0000 0341: pays while the payer is there, and never after that. */
    FAILS_ON_RENEWAL("0341", Decline.CARD_DECLINED);

    static final String BRAND = "visa";
    private final String last4;
    private final String later;

    TestCard(String last4, String later) {
        this.last4 = last4;
        this.later = later;
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
        return later == null;
    }

    /** Why a charge without the payer does not succeed. */
    Optional<Decline> declines() {
        return Optional.ofNullable(later).map(code -> new Decline(code, "Sandbox: " + code.replace('_', ' ')));
    }

    /** A card that is declined is declined when it is to be kept, too. */
    boolean canBeKept() {
        return this != DECLINE;
    }
}
