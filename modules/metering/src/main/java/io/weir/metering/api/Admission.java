package io.weir.metering.api;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The gate. Every answer follows the commit of the database transaction that holds it; nothing is decided from a cache,
 * and no thread
 * waits: stages complete on threads of the metering module. Fails with {@code RefusedException UNAVAILABLE} (503) when
 * the database
 * does not answer; then nothing was admitted.
 */
public interface Admission {
    /** Reserve and settle in one step, for work without an upstream. */
    CompletionStage<Decision> charge(Demand demand, CallFacts facts);

    /** Holds the units until {@link #commit}, {@link #release}, or {@code demand.holdFor} has passed. */
    CompletionStage<Decision> reserve(Demand demand);

    /**
     * Turns a reservation into usage. Twice is quiet and answers the same; after expiry the units are taken again as
     * far as they last
     * (the work is done), otherwise refused with {@code RESERVATION_EXPIRED} (409).
     */
    CompletionStage<Settlement> commit(Demand demand, UUID reservation, CallFacts facts);

    /**
     * Gives the units back. Quiet when released or expired already; refused with {@code RESERVATION_SETTLED} (409) when
     * committed.
     */
    CompletionStage<Void> release(Demand demand, UUID reservation);
}
