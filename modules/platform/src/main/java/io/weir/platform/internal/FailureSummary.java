package io.weir.platform.internal;

import io.weir.kernel.api.RefusedException;
import java.util.Arrays;

/**
 * What went wrong, in a form that may be kept: kinds and places, never messages, because those quote the values that
 * caused them and events carry reset links and the like.
 */
final class FailureSummary {
    static final int LONGEST = 500;
    private static final int DEEPEST = 6;

    private FailureSummary() {
    }

    static String of(Throwable failure) {
        var text = new StringBuilder();
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.append(text.isEmpty() ? "" : " < ").append(one(cause));
            cause = cause.getCause();
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }

    private static String one(Throwable failure) {
        var kind = failure instanceof RefusedException refused
                ? "Refused " + refused.refusal().code() : failure.getClass().getSimpleName();
        return kind + Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.weir.")).findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber()).orElse("");
    }
}
