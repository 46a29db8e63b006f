package io.weir.metering.sim;

/** The node's process ends here: nothing of it runs any more, and nobody hears from it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
