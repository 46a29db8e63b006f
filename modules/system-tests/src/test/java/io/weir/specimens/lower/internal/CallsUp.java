package io.weir.specimens.lower.internal;

import io.weir.specimens.upper.api.Above;

/** Breaks the levels: a lower module that calls an upper one. */
public class CallsUp {
    public void call(Above above) {
        above.act();
    }
}
