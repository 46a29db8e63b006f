package io.weir.platform.api;

import java.time.Duration;

/**
 * Tells this node's delivery thread that an event was just committed here. Signals may merge: one means "look again",
 * not "one event". Other nodes' events and retries raise none, so whoever waits looks again after {@code atMost} as
 * well.
 */
public interface OutboxSignal {
    void raised();

    /** Waits for a signal; {@code false} when none came in time. A signal raised before the call counts. */
    boolean await(Duration atMost) throws InterruptedException;
}
