package io.weir.webrest.http;

import io.weir.metering.api.RateLimits.Verdict;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * How many requests are left, in the words of the IETF draft and in the older ones that most clients read. {@code
 * policy} is {@code plan} for an account's own limit, else the family of routes that an address shares one for.
 */
record RateHeaders(String policy, Verdict verdict) {
    private static final int WINDOW_SECONDS = 60;

    void putInto(MultivaluedMap<String, Object> headers) {
        headers.putSingle("RateLimit-Policy", quota());
        headers.putSingle("RateLimit", state());
        headers.putSingle("X-RateLimit-Limit", verdict.limit());
        headers.putSingle("X-RateLimit-Remaining", remaining());
        headers.putSingle("X-RateLimit-Reset", verdict.resetSeconds());
    }

    /** {@code q} requests in a window of {@code w} seconds. */
    String quota() {
        return "\"" + policy + "\";q=" + verdict.limit() + ";w=" + WINDOW_SECONDS;
    }

    /** {@code r} left now, full again after {@code t} seconds. */
    String state() {
        return "\"" + policy + "\";r=" + remaining() + ";t=" + verdict.resetSeconds();
    }

    private long remaining() {
        return Math.max(0, verdict.remaining());
    }
}
