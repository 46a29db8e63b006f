package io.weir.webrest.http;

import jakarta.ws.rs.core.Response.Status;

/** The English names of statuses. */
final class ReasonPhrases {
    private ReasonPhrases() {
    }

    static String of(int status) {
        if (status == 422) {
            return "Unprocessable Content";
        }
        var known = Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
