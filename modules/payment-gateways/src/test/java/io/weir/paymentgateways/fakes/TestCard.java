package io.weir.paymentgateways.fakes;

import java.util.Arrays;
import java.util.Optional;

/** The numbers that Stripe gives out for trying; none of them is anybody's card. */
public enum TestCard {
    PAYS("4242424242424242", null),
    DECLINED("4000000000000002", "generic_decline"),
    INSUFFICIENT_FUNDS("4000000000009995", "insufficient_funds"),
    /** The payer confirms at the bank, which is taken as done. */
    REQUIRES_AUTHENTICATION("4000002500003155", null);

    private final String number;
    private final String declined;

    TestCard(String number, String declined) {
        this.number = number;
        this.declined = declined;
    }

    public static Optional<TestCard> of(String number) {
        return Arrays.stream(values()).filter(card -> card.number.equals(number.replace(" ", ""))).findFirst();
    }

    public String number() {
        return number;
    }

    /** Why the bank does not pay, in Stripe's words. */
    public Optional<String> declined() {
        return Optional.ofNullable(declined);
    }
}
