package io.weir.metering.app;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Units;
import java.util.Optional;

/** Facts come from callers' bodies; one that no column holds would fail the whole batch. */
final class SoundFacts {
    private SoundFacts() {
    }

    static CallFacts require(CallFacts facts) {
        refusal(facts).ifPresent(refusal -> {
            throw refusal.asException();
        });
        return facts;
    }

    /** Absent when they are sound. */
    static Optional<Refusal> refusal(CallFacts facts) {
        if (facts.status() < 100 || facts.status() > 599) {
            return outOfRange("status");
        } else if (facts.tokens() < 0 || facts.tokens() > Units.MOST) {
            return outOfRange("tokens");
        }
        return facts.latencyMs().orElse(0) < 0 ? outOfRange("latencyMs") : Optional.empty();
    }

    private static Optional<Refusal> outOfRange(String field) {
        return Optional.of(Refusal.invalidField(field, "OUT_OF_RANGE"));
    }
}
