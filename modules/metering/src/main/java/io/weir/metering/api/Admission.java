package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The gate. Every answer follows the commit of the database transaction that holds it; nothing is decided from a cache,
 * and no thread waits: stages complete on threads of the metering module. The exception is a {@link #charge} that finds
 * nobody else there: it may be decided on the thread that asks, which waits for that one commit. Fails with {@code
 * RefusedException UNAVAILABLE} (503) when the database does not answer; then nothing was admitted.
 */
public interface Admission {
    /** Reserve and settle in one step, for work without an upstream. */
    CompletionStage<Decision> charge(Demand demand, CallFacts facts);

    /** Holds the units until {@link #settle}, {@link #release}, or {@code demand.holdFor} has passed. */
    CompletionStage<Decision> reserve(Demand demand);

    /**
     * Turns a reservation into usage. Less than was held goes back where it was taken last; more is charged as far as
     * units last, and the rest by the overage rule of the first allowance that has one. Twice with the same quantities
     * is
     * quiet and answers the same; with others it is refused with {@code RESERVATION_SETTLED} (409), after a release
     * with
     * {@code RESERVATION_RELEASED} (409), unknown {@code RESERVATION_NOT_FOUND} (404). After expiry the units are taken
     * again as far as they last (the work is done); when nothing at all can be charged that is refused with {@code
     * RESERVATION_EXPIRED} (409).
     */
    CompletionStage<Settlement> settle(Held held, Actual actual, CallFacts facts);

    /**
     * Gives the units back. Quiet when released or expired already; refused with {@code RESERVATION_SETTLED} (409) when
     * settled, {@code RESERVATION_NOT_FOUND} (404) when there is none.
     */
    CompletionStage<Void> release(Held held);

    /** A reservation and whose it is. */
    record Held(TenantId tenant, AccountId account, UUID reservation) {
    }
}
