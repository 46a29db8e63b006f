package io.weir.platform.internal;

import io.weir.platform.api.Afterwards;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantBinding;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The two transactions of a delivery: the one that delivers, and after its roll-back the one that remembers the
 * failure.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OutboxTransactions {
    @Inject
    private OutboxRows rows;
    @Inject
    private Time time;
    @Inject
    @Any
    private Event<Object> events;

    /**
     * Delivers the event that is due longest; answers whether there was one. The row's lock, what the observers write
     * and the row's deletion are one transaction, so that an event is done exactly when its consequences are.
     *
     * @param claimed is told the row as soon as it is known, because after a failure nothing else remembers which one
     * it was
     */
    public boolean deliverNext(Consumer<OutboxRow> claimed) {
        var due = rows.claimDue(time.now());
        due.ifPresent(row -> {
            claimed.accept(row);
            fire(row);
            rows.delete(row);
        });
        return due.isPresent();
    }

    public void rememberFailure(OutboxRow row, String error) {
        var now = time.now();
        int failures = row.attempts() + 1;
        var next = now.plus(OutboxBackoff.after(failures, ThreadLocalRandom.current()::nextLong));
        rows.postpone(row, next, error, OutboxBackoff.isHopeless(failures) ? Optional.of(now) : Optional.empty());
    }

    private void fire(OutboxRow row) {
        var event = Json.read(row.payload(), EventTypes.load(row.eventType()));
        try {
            TenantBinding.enter(row.tenant(), () -> {
                fireAs(event.getClass(), event);
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("delivery of " + row.eventType() + " failed", e);
        }
    }

    private <T> void fireAs(Class<T> type, Object event) {
        events.select(type, Afterwards.Literal.INSTANCE).fire(type.cast(event));
    }
}
