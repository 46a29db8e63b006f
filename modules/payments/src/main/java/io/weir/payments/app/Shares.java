package io.weir.payments.app;

import io.weir.platform.api.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each provider may keep a batch waiting, so that one that is slow does not delay the others' turns. What is
 * left of a provider that took its share comes up again by itself, because it was put off when it was claimed.
 */
final class Shares {
    /** With the longest single request, less than what was claimed is put off for. */
    static final Duration EACH = Duration.ofSeconds(30);
    private final Map<String, Duration> taken = new HashMap<>();
    private final Time time;

    Shares(Time time) {
        this.time = time;
    }

    /** @return false when the provider has had its share; then it is not asked */
    boolean ask(String gateway, Runnable question) {
        var before = taken.getOrDefault(gateway, Duration.ZERO);
        if (before.compareTo(EACH) >= 0) {
            return false;
        }
        var begun = time.now();
        try {
            question.run();
        } finally {
            taken.put(gateway, before.plus(Duration.between(begun, time.now())));
        }
        return true;
    }
}
