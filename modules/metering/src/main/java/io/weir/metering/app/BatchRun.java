package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchStore;
import io.weir.metering.domain.Gate;
import io.weir.metering.domain.Moments;
import io.weir.platform.api.Time;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Takes one batch through its transaction, again where that is safe: after a deadlock, and after a lost connection when
 * nothing can have been committed. A commit whose outcome is unknown is looked up, never repeated blindly.
 */
final class BatchRun {
    static final int MOST_ATTEMPTS = 5;
    private static final long LOOK_UP_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private final BatchStore store;
    private final Time time;
    private final Months months;
    private final Supplier<UUID> ids;
    private final long patienceNanos;

    BatchRun(BatchStore store, Time time, Months months, Supplier<UUID> ids, long patienceNanos) {
        this.store = store;
        this.time = time;
        this.months = months;
        this.ids = ids;
        this.patienceNanos = patienceNanos;
    }

    /**
     * The durable answers, one for each ask; empty when the batch was given up.
     * @throws BatchFailure when it could not be done, and was not
     */
    Optional<List<Answer>> of(Batch batch) {
        for (int attempt = 1; !batch.givenUp(); attempt++) {
            try {
                return attempt(batch);
            } catch (BatchFailure failure) {
                afterFailure(failure, attempt, batch);
            } catch (RuntimeException | Error unexpected) {
                store.rollback();
                throw unexpected;
            }
        }
        return Optional.empty();
    }

    /**
     * The first attempt alone, for a thread that others need. Empty when nothing was committed; the connection is given
     * up with it, because whatever opens the next one keeps it.
     */
    Optional<List<Answer>> once(Batch batch) {
        try {
            return attempt(batch);
        } catch (OutcomeUnknown unknown) {
            throw unknown;
        } catch (RuntimeException | Error failed) {
            store.discard();
            return Optional.empty();
        }
    }

    private Optional<List<Answer>> attempt(Batch batch) {
        var asks = batch.asks();
        var agenda = Agenda.of(asks);
        var locked = store.lock(agenda, moments(agenda));
        // Read again: what was sold may have ended while the batch waited for its locks.
        var now = moments(agenda);
        var gate = new Gate(locked, now, ids);
        var answers = asks.stream().map(gate::decide).toList();
        var changes = gate.changes();
        if (changes.isEmpty()) {
            store.rollback();
            return Optional.of(answers);
        }
        var id = ids.get();
        store.write(changes, id, now);
        if (!batch.beginCommit()) {
            store.rollback();
            return Optional.empty();
        }
        commit(id, batch);
        return Optional.of(answers);
    }

    private void commit(UUID id, Batch batch) {
        try {
            store.commit();
        } catch (RuntimeException | Error failed) {
            if (kindOf(failed) == BatchFailure.Kind.CONTENDED || !lookUp(id, batch, failed)) {
                batch.reopen();
                throw againUnlessBroken(failed);
            }
        }
    }

    private static BatchFailure againUnlessBroken(Throwable failed) {
        return kindOf(failed) == BatchFailure.Kind.BROKEN ? (BatchFailure) failed
                : new BatchFailure(BatchFailure.Kind.CONTENDED, failed);
    }

    private static BatchFailure.Kind kindOf(Throwable failed) {
        return failed instanceof BatchFailure failure ? failure.kind() : BatchFailure.Kind.UNREACHABLE;
    }

    /** For as long as anybody waits to hear of it; over a connection that goes with whoever looks up. */
    private boolean lookUp(UUID id, Batch batch, Throwable lost) {
        store.discard();
        while (!batch.olderThan(patienceNanos)) {
            try {
                return store.committed(id);
            } catch (RuntimeException notYet) {
                LockSupport.parkNanos(LOOK_UP_PAUSE_NANOS);
            } finally {
                store.discard();
            }
        }
        throw new OutcomeUnknown(lost);
    }

    private void afterFailure(BatchFailure failure, int attempt, Batch batch) {
        switch (failure.kind()) {
            case CONTENDED -> store.rollback();
            case UNREACHABLE -> store.discard();
            case BROKEN -> {
                store.rollback();
                throw failure;
            }
        }
        int most = failure.kind() == BatchFailure.Kind.CONTENDED ? MOST_ATTEMPTS : 2;
        if (attempt >= most || batch.olderThan(patienceNanos)) {
            throw failure;
        }
    }

    /** A tenant's clock and zone are in the database too, and are as gone as that when they cannot be read. */
    private Moments moments(Agenda agenda) {
        try {
            Map<TenantId, Moments.Local> tenants = new HashMap<>();
            agenda.accounts().keySet().forEach(tenant -> tenants.put(tenant, months.at(tenant, time.now(tenant))));
            return new Moments(time.now(), tenants);
        } catch (RuntimeException unreadable) {
            throw new BatchFailure(BatchFailure.Kind.UNREACHABLE, unreadable);
        }
    }

    /** Nobody can say whether the batch was committed, so nobody may try it again. */
    static final class OutcomeUnknown extends RuntimeException {
        OutcomeUnknown(Throwable lost) {
            super("the outcome of a commit is unknown", lost);
        }
    }
}
