package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.util.List;

/**
 * "Afterwards" delivery of facts. {@link #publish} writes the event into the caller's transaction; once that has
 * committed, a
 * worker on any node fires it as a CDI event qualified {@link Afterwards}, in a transaction of its own that also marks
 * it
 * done, and retries with backoff until the observers succeed. Observers therefore see each event at least once.
 */
public interface Outbox {
    /** @param event a record in past tense whose components Jackson can write and read */
    void publish(TenantId tenant, Record event);

    /** The same for many, with fewer round trips. */
    default void publishAll(TenantId tenant, List<? extends Record> events) {
        events.forEach(event -> publish(tenant, event));
    }
}
