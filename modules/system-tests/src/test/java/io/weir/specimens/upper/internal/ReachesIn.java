package io.weir.specimens.upper.internal;

import io.weir.specimens.lower.internal.Hidden;

/** Breaks the walls: uses another module's inside. */
public class ReachesIn {
    public void reach(Hidden hidden) {
        hidden.touch();
    }
}
