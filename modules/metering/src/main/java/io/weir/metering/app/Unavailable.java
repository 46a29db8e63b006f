package io.weir.metering.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;

/** The answer when the database does not answer: 503, and nothing was admitted. */
final class Unavailable {
    private Unavailable() {
    }

    static RefusedException refusal() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException();
    }
}
