package io.weir.metering.domain;

import java.util.UUID;

/**
 * The database side of one flusher, used by one thread at a time: lock, write, commit, each failing with {@link
 * BatchFailure}. After a failure call {@link #rollback} or {@link #discard} before the next {@link #lock}.
 */
public interface BatchStore {
    /** Whether it has a connection already, so that it need not wait for one. */
    boolean isConnected();

    /** Begins a transaction, and locks what the agenda names, in key order. */
    Locked lock(Agenda agenda, Moments now);

    /**
     * Writes the changes, and that this batch wrote them; may keep them back and send them with the commit, so that
     * what is wrong with them shows there.
     */
    void write(Changes changes, UUID batch, Moments now);

    /**
     * Fails as contended when the database has rolled the transaction back. However else it fails, the outcome is
     * unknown: ask {@link #committed}.
     */
    void commit();

    /** Ends the transaction without a trace; never fails. */
    void rollback();

    /**
     * Whether the batch's transaction committed, asked over a new connection. Waits for that transaction to end, so the
     * answer is final. Fails when it cannot be known yet.
     */
    boolean committed(UUID batch);

    /** Gives the connection up, so that the next use takes a new one; never fails. */
    void discard();
}
