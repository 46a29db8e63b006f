package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A no before it is put into words: status, message code with arguments, extra members, field → reason code, headers,
 * and the fault to be logged when nobody expected it.
 */
record Failure(int status, String code, List<Object> arguments, Map<String, Object> members, Map<String, String> fields,
               Map<String, Object> headers, Optional<Throwable> fault) {

    static Failure of(int status, String code) {
        return new Failure(status, code, List.of(), Map.of(), Map.of(), Map.of(), Optional.empty());
    }

    static Failure of(Refusal refusal) {
        return new Failure(refusal.kind().status(), refusal.code(), refusal.arguments(), refusal.members(),
                refusal.fields(), headers(refusal), Optional.empty());
    }

    static Failure invalid(Map<String, String> fields) {
        return new Failure(400, "VALIDATION_FAILED", List.of(), Map.of(), fields, Map.of(), Optional.empty());
    }

    Failure with(String header, Object value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Failure(status, code, arguments, members, fields, more, fault);
    }

    Failure because(Throwable cause) {
        return new Failure(status, code, arguments, members, fields, headers, Optional.of(cause));
    }

    private static Map<String, Object> headers(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAUTHENTICATED -> Map.of("WWW-Authenticate", refusal.code().startsWith("TOKEN_")
                    ? "Bearer realm=\"weir\", error=\"invalid_token\"" : "Bearer realm=\"weir\"");
            case UNAVAILABLE -> Map.of("Retry-After", refusal.members().getOrDefault("retryAfter", 2));
            default -> refusal.members().containsKey("retryAfter")
                    ? Map.of("Retry-After", refusal.members().get("retryAfter")) : Map.of();
        };
    }
}
