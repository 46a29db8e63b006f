package io.weir.payments.domain;

import io.weir.kernel.api.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What a person saw has to be how it stands. Who does not say what was seen may not do the same twice at once. */
public final class SeenRule {
    /** Longer than a form is sent again by mistake. */
    public static final Duration SAME_WITHIN = Duration.ofMinutes(10);

    private SeenRule() {
    }

    /** Refused: {@code SEEN_CHANGED}. */
    public static void require(Optional<String> seen, String now) {
        if (seen.filter(said -> !said.equals(now)).isPresent()) {
            throw Refusal.conflict("SEEN_CHANGED").with("seen", now).asException();
        }
    }

    /** Refused: {@code SAME_AGAIN}. */
    public static void refuseAgain(boolean isSame, String now) {
        if (isSame) {
            throw Refusal.conflict("SAME_AGAIN").with("seen", now).asException();
        }
    }
}
