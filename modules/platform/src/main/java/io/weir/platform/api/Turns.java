package io.weir.platform.api;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/**
 * Lets one after the other work for a while, so that one with much to do does not keep the others waiting, and begins
 * the next time where time ran out. For a job whose lease must not run out under it.
 */
public final class Turns<T> {
    private final Duration turn;
    private int next;

    /** @param turn the longest for one at a time; what is under way then comes to its end */
    public Turns(Duration turn) {
        this.turn = turn;
    }

    /**
     * @param work told when to stop; answers whether it has nothing more to do
     * @return whether all of them have nothing more to do
     */
    public synchronized boolean each(List<T> all, Duration atMost, BiPredicate<T, BooleanSupplier> work) {
        long begun = System.nanoTime();
        boolean done = true;
        int first = all.isEmpty() ? 0 : next % all.size();
        for (int i = 0; i < all.size(); i++) {
            if (System.nanoTime() - begun >= atMost.toNanos() || Thread.currentThread().isInterrupted()) {
                next = first + i;
                return false;
            }
            long since = System.nanoTime();
            done &= work.test(all.get((first + i) % all.size()), () -> System.nanoTime() - since < turn.toNanos());
        }
        return done;
    }
}
