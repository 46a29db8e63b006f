package io.weir.platform.internal;

import io.weir.platform.api.OutboxDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;

/** Delivers row by row. One that fails, whatever it throws, is put off and the next one gets its turn. */
@ApplicationScoped
public class OutboxWorker implements OutboxDelivery {
    private static final Logger LOG = System.getLogger(OutboxWorker.class.getName());
    private final OutboxTransactions transactions;

    protected OutboxWorker() {
        this(null);
    }

    @Inject
    public OutboxWorker(OutboxTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int deliverDue(int atMost) {
        int tried = 0;
        while (tried < atMost && deliverOne()) {
            tried++;
        }
        return tried;
    }

    private boolean deliverOne() {
        var claimed = new AtomicReference<OutboxRow>();
        try {
            return transactions.deliverNext(claimed::set);
        } catch (RuntimeException | Error failure) {
            if (claimed.get() == null) {
                throw failure;
            }
            putOff(claimed.get(), failure);
            return true;
        }
    }

    private void putOff(OutboxRow row, Throwable failure) {
        var summary = FailureSummary.of(failure);
        transactions.rememberFailure(row, summary);
        int failures = row.attempts() + 1;
        var hopeless = OutboxBackoff.isHopeless(failures);
        LOG.log(hopeless ? Level.ERROR : Level.WARNING, "event {0} ({1}) was not delivered, attempt {2}{3}: {4}",
                row.id(), row.eventType(), failures, hopeless ? ", given up" : "", summary);
        LOG.log(Level.DEBUG, "event " + row.id(), failure);
    }
}
