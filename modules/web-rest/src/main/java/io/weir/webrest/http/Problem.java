package io.weir.webrest.http;

import java.util.Map;

/** An error answer in the contract's form: RFC 9457's members, and those that the seeds' clients read. */
record Problem(int status, Map<String, Object> headers, Map<String, Object> body) {
    static final String MEDIA_TYPE = "application/problem+json";
}
