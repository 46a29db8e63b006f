package io.weir.metering.domain;

/** The database did not do what a batch wanted, and what that means for the batch. */
public final class BatchFailure extends RuntimeException {
    private final Kind kind;

    public BatchFailure(Kind kind, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What to make of it. */
    public enum Kind {
        /** Deadlock or lock wait: rolled back, worth another try. */
        CONTENDED,
        /** No connection, or it was lost. */
        UNREACHABLE,
        /** The statement itself was refused: trying again will not help. */
        BROKEN
    }
}
