package io.weir.webrest.outbound;

import io.weir.kernel.api.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Nothing came back from an upstream, and why. */
public final class UpstreamFailure extends RuntimeException {
    private final Kind kind;
    private final long retrySeconds;

    /** The address is not allowed; no connection or a broken one; no answer in time; not even tried. */
    public enum Kind { ADDRESS_REFUSED, UNREACHABLE, TIMED_OUT, CIRCUIT_OPEN }

    public UpstreamFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public UpstreamFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retrySeconds = 0;
    }

    private UpstreamFailure(long retrySeconds) {
        super("circuit is open", null, false, false);
        this.kind = Kind.CIRCUIT_OPEN;
        this.retrySeconds = retrySeconds;
    }

    public static UpstreamFailure circuitOpen(long retrySeconds) {
        return new UpstreamFailure(retrySeconds);
    }

    public static UpstreamFailure of(IOException failure) {
        if (failure instanceof AddressRefusedException) {
            return new UpstreamFailure(Kind.ADDRESS_REFUSED, failure.getMessage());
        }
        return failure instanceof InterruptedIOException ? new UpstreamFailure(Kind.TIMED_OUT, "no answer in time",
                failure) : new UpstreamFailure(Kind.UNREACHABLE, "no answer", failure);
    }

    public Kind kind() {
        return kind;
    }

    /** {@code UPSTREAM_TIMEOUT} (504), {@code UPSTREAM_ADDRESS_REFUSED} or {@code UPSTREAM_UNAVAILABLE} (502). */
    public Refusal asRefusal() {
        return switch (kind) {
            case TIMED_OUT -> Refusal.of(Refusal.Kind.UPSTREAM_TIMED_OUT, "UPSTREAM_TIMEOUT");
            case ADDRESS_REFUSED -> Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_ADDRESS_REFUSED");
            case UNREACHABLE -> Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_UNAVAILABLE");
            case CIRCUIT_OPEN -> Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "UPSTREAM_UNAVAILABLE")
                    .with("retryAfter", retrySeconds);
        };
    }
}
