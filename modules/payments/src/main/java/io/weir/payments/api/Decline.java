package io.weir.payments.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a payer's bank, or the provider, did not pay. {@code code}: lower-case words joined by underscores, after Stripe:
 * card_declined, insufficient_funds, authentication_required, expired_card …; {@code reason}: the provider's words.
 */
public record Decline(String code, String reason) {
    /** Nobody knows more. */
    public static final String CARD_DECLINED = "card_declined";
    /** The bank wants to hear from the payer, who was not there. */
    public static final String AUTHENTICATION_REQUIRED = "authentication_required";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern WORDS = Pattern.compile("(" + CODE + "): (.*)", Pattern.DOTALL);

    public Decline {
        code = CODE.matcher(code).matches() ? code : CARD_DECLINED;
    }

    /** As a payment's note keeps it. */
    public String words() {
        return code + ": " + reason;
    }

    /** What a note says of one; words that are none are a reason without a known code. */
    public static Decline of(Optional<String> note) {
        var words = WORDS.matcher(note.orElse(""));
        return words.matches() ? new Decline(words.group(1), words.group(2))
                : new Decline(CARD_DECLINED, note.orElse(""));
    }
}
