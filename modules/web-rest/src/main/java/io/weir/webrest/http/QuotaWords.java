package io.weir.webrest.http;

import java.util.Optional;

/**
 * What a used-up allowance says: one that never ends is the free tier's, and another plan helps; any other ends or can
 * be extended.
 */
final class QuotaWords {
    private static final String CODE = "QUOTA_EXCEEDED";

    private QuotaWords() {
    }

    static String messageCode(Failure failure) {
        return isFree(failure) ? "QUOTA_EXCEEDED_FREE" : failure.code();
    }

    static Optional<String> suggestionCode(Failure failure) {
        if (!failure.code().equals(CODE)) {
            return Optional.empty();
        }
        return Optional.of(isFree(failure) ? "QUOTA_SUGGESTION_FREE" : "QUOTA_EXCEEDED.suggestion");
    }

    private static boolean isFree(Failure failure) {
        return failure.code().equals(CODE) && !failure.members().containsKey("expiresAt");
    }
}
