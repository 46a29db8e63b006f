package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.RateLimits.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many requests are left of one limit, in the words of the IETF draft. {@code policy} is {@code plan} for an
 * account's own limit, {@code key} for its key's, {@code route} for a gateway route's, else a family of routes.
 */
public record RateHeaders(String policy, Verdict verdict) {
    private static final int WINDOW_SECONDS = 60;

    /** Refused: {@code RATE_LIMITED} (429) when there was nothing left. */
    public void requireAdmitted() {
        if (!verdict.admitted()) {
            throw Refusal.of(Refusal.Kind.LIMITED, "RATE_LIMITED", verdict.limit())
                    .with("retryAfter", Math.max(1, verdict.retrySeconds())).asException();
        }
    }

    /** The one of several that would refuse first. */
    static Optional<RateHeaders> nearest(List<RateHeaders> rates) {
        return rates.stream().min(Comparator.comparingLong(RateHeaders::remaining));
    }

    /** {@code q} requests in a window of {@code w} seconds. */
    String quota() {
        return "\"" + policy + "\";q=" + verdict.limit() + ";w=" + WINDOW_SECONDS;
    }

    /** {@code r} left now, full again after {@code t} seconds. */
    String state() {
        return "\"" + policy + "\";r=" + remaining() + ";t=" + verdict.resetSeconds();
    }

    long remaining() {
        return Math.max(0, verdict.remaining());
    }
}
