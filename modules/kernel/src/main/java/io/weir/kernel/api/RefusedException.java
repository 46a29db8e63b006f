package io.weir.kernel.api;

/**
 * Carries a {@link Refusal} out of a façade, so that its transaction rolls back. Has no stack trace: it is not a fault.
 */
public final class RefusedException extends RuntimeException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
