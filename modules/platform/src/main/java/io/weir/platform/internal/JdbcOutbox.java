package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.OutboxSignal;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Keeps an event as a row of the transaction that made it happen, and wakes the delivery thread once that has
 * committed.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class JdbcOutbox implements Outbox {
    private static final Object WAKES = new Object();
    @Inject
    private OutboxRows rows;
    @Inject
    private OutboxSignal signal;
    @Inject
    private JdbcClockJournal journal;
    @Inject
    private Time time;

    @Override
    public void publish(TenantId tenant, Record event) {
        publishAll(tenant, List.of(event));
    }

    @Override
    public void publishAll(TenantId tenant, List<? extends Record> events) {
        if (!events.isEmpty()) {
            rows.add(events.stream().map(event -> new OutboxRow(tenant, Ids.next(), EventTypes.nameOf(event),
                    Json.write(event), 0)).toList(), time.now());
            events.forEach(event -> journal.published(tenant, event));
            wakeAfterCommit();
        }
    }

    private void wakeAfterCommit() {
        var transaction = CurrentTransaction.registry();
        if (transaction.getResource(WAKES) == null) {
            transaction.putResource(WAKES, Boolean.TRUE);
            transaction.registerInterposedSynchronization(new Wake());
        }
    }

    private final class Wake implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing: an event is there for others once it is committed.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                signal.raised();
            }
        }
    }
}
