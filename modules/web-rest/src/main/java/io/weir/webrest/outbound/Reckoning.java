package io.weir.webrest.outbound;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Actual;
import io.weir.metering.api.Admission;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Settlement;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How one call's reservation ends: settled or released, whichever is said first, and once. Waits for the commit, so it
 * is for {@link Outbound}'s threads.
 */
public final class Reckoning {
    private static final Logger LOG = Logger.getLogger(Reckoning.class.getName());
    private static final int TRIES = 3;
    private static final int PATIENCE_SECONDS = 30;

    private final Admission admission;
    private final Admission.Held held;
    private final AtomicBoolean said = new AtomicBoolean();

    public Reckoning(Admission admission, Admission.Held held) {
        this.admission = admission;
        this.held = held;
    }

    public boolean ended() {
        return said.get();
    }

    /**
     * Empty when it ended before. A gate that is closed for a moment is asked again; then this fails with what it
     * refused, and the reservation is left to its own end.
     */
    public Optional<Settlement> settle(Actual actual, CallFacts facts) {
        if (!said.compareAndSet(false, true)) {
            return Optional.empty();
        }
        for (int i = 1;; i++) {
            try {
                return Optional.of(wait(() -> admission.settle(held, actual, facts)));
            } catch (RefusedException refused) {
                if (i >= TRIES || refused.refusal().kind() != Refusal.Kind.UNAVAILABLE) {
                    LOG.log(Level.WARNING, refused, () -> "reservation " + held.reservation() + " not settled");
                    throw refused;
                }
            }
        }
    }

    /** One that fails is made up for by the reservation's own end. */
    public void release() {
        if (!said.compareAndSet(false, true)) {
            return;
        }
        try {
            wait(() -> admission.release(held));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "reservation " + held.reservation() + " is left to expire");
        }
    }

    /** {@link #release} without waiting, for threads that must not. */
    public void releaseLater() {
        if (said.compareAndSet(false, true)) {
            admission.release(held).exceptionally(e -> {
                LOG.log(Level.WARNING, e, () -> "reservation " + held.reservation() + " is left to expire");
                return null;
            });
        }
    }

    private static <T> T wait(Supplier<CompletionStage<T>> asked) {
        try {
            return asked.get().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException();
        }
    }
}
