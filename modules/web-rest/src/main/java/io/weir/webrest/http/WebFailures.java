package io.weir.webrest.http;

import jakarta.ws.rs.WebApplicationException;
import java.util.Map;

/** What the container itself says no to: unknown paths, wrong methods, media types. */
final class WebFailures {
    private static final Map<Integer, String> CODES = Map.of(400, "BAD_REQUEST", 401, "UNAUTHORIZED", 403, "FORBIDDEN",
            404, "NOT_FOUND", 405, "METHOD_NOT_ALLOWED", 406, "NOT_ACCEPTABLE", 413, "BODY_TOO_LARGE",
            415, "UNSUPPORTED_MEDIA_TYPE", 503, "UNAVAILABLE");

    private WebFailures() {
    }

    static Failure of(WebApplicationException e) {
        var failure = ofStatus(e.getResponse().getStatus());
        var allow = e.getResponse().getHeaderString("Allow");
        failure = allow == null ? failure : failure.with("Allow", allow);
        return failure.status() == 500 ? failure.because(e) : failure;
    }

    static Failure ofStatus(int status) {
        if (CODES.containsKey(status)) {
            return Failure.of(status, CODES.get(status));
        }
        return status >= 400 && status < 500 ? Failure.of(status, "BAD_REQUEST") : Failure.of(500, "INTERNAL_ERROR");
    }
}
