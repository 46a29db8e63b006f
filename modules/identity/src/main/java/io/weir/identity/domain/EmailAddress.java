package io.weir.identity.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address as it is kept and compared: trimmed, NFC, lower case, at most 254 characters, with a dot in the
 * domain. Whether mail arrives there is not decided by its shape, so the shape is only held to what mail servers agree
 * on.
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final String LOCAL = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile(
            "(?=.{1,64}@)" + LOCAL + "(?:\\." + LOCAL + ")*@(?:" + LABEL + "\\.)+(?=[^.]*[a-z])" + LABEL);

    public EmailAddress {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** Empty when it cannot be one. */
    public static Optional<EmailAddress> read(String text) {
        var kept = normalised(text);
        return isWellFormed(kept) ? Optional.of(new EmailAddress(kept)) : Optional.empty();
    }

    /** The kept form of any text, sane or not: what failed sign-ins are counted by. */
    public static String normalised(String text) {
        return text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
