package io.weir.webrest.chat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens as today's models do (o200k_base). Nearly right for others, which is enough for an estimate. */
final class Tokens {
    /** A longer text is not worth the work: three characters a token is more than most languages have. */
    private static final int MOST_CHARACTERS = 100_000;
    private static final int FEWEST_CHARACTERS_EACH = 3;

    private Tokens() {
    }

    static long of(String text) {
        return text.length() > MOST_CHARACTERS ? ofLength(text.length()) : Vocabulary.O200K.countTokensOrdinary(text);
    }

    static long ofLength(long characters) {
        return (characters + FEWEST_CHARACTERS_EACH - 1) / FEWEST_CHARACTERS_EACH;
    }

    /** Takes a moment and some 30 MB to load: at the first use, once. */
    private static final class Vocabulary {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
