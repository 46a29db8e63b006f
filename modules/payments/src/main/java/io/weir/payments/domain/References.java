package io.weir.payments.domain;

import java.util.random.RandomGenerator;

/**
 * Draws what a payer writes on a transfer: {@code WR} and eight characters of Crockford's base 32, which has no I, L,
 * O or U to misread. Ten characters fit the shortest memo that banks pass on, and 40 random bits make a meeting of two
 * open ones rare.
 */
public final class References {
    private static final String PREFIX = "WR";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final RandomGenerator random;

    public References(RandomGenerator random) {
        this.random = random;
    }

    public String draw() {
        var text = new StringBuilder(PREFIX);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
