package io.weir.metering.app;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.ReservationExpiry;
import io.weir.metering.store.HeldReservations;
import io.weir.platform.api.Time;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Expires through the gate itself, so that a commit that comes at the same moment meets the expiry in one order or the
 * other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DueReservations implements ReservationExpiry {
    private static final Logger LOG = Logger.getLogger(DueReservations.class.getName());
    private final HeldReservations held;
    private final GroupCommit gate;
    private final Time time;

    public DueReservations() {
        this(null, null, null);
    }

    @Inject
    public DueReservations(HeldReservations held, GroupCommit gate, Time time) {
        this.held = held;
        this.gate = gate;
        this.time = time;
    }

    @Override
    public int expireDue(int atMost) {
        var expiring = held.dueAt(time.now(), atMost).stream()
                .map(due -> gate.expire(due.holder(), due.reservation())).toList();
        return (int) expiring.stream().filter(DueReservations::done).count();
    }

    /** One that fails stays due, and is found again by the next run. */
    private static boolean done(CompletableFuture<Boolean> expiring) {
        try {
            return expiring.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RefusedException) {
                LOG.log(Level.FINE, "not expired yet", failed);
                return false;
            }
            throw failed;
        }
    }
}
