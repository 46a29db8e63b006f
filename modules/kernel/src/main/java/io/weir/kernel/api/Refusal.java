package io.weir.kernel.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An expected no: what kind, a stable upper-case {@code code} that clients may rely on, arguments for the message in
 * the
 * caller's language, extra members of the answer, and for {@link Kind#INVALID} the field → code of its reason.
 * Refusals become HTTP in exactly one place, the exception mapper of {@code web-rest}.
 */
public record Refusal(Kind kind, String code, List<Object> arguments, Map<String, Object> members,
                      Map<String, String> fields) {

    /** The kinds of no, each with its HTTP status. */
    public enum Kind {
        INVALID(400), UNAUTHENTICATED(401), FORBIDDEN(403), NOT_FOUND(404), CONFLICT(409), GONE(410), OUTDATED(412),
        TOO_LARGE(413), UNPROCESSABLE(422), LIMITED(429), UPSTREAM_FAILED(502), UNAVAILABLE(503),
        UPSTREAM_TIMED_OUT(504);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public Refusal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
        members = Map.copyOf(members);
        fields = Map.copyOf(fields);
    }

    public static Refusal of(Kind kind, String code, Object... arguments) {
        return new Refusal(kind, code, List.of(arguments), Map.of(), Map.of());
    }

    public static Refusal invalid(String code, Object... arguments) {
        return of(Kind.INVALID, code, arguments);
    }

    /** One bad field; {@code reason} is the message code of what is wrong with it, such as {@code TOO_LONG}. */
    public static Refusal invalidField(String field, String reason) {
        return new Refusal(Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), Map.of(field, reason));
    }

    public static Refusal notFound(String code, Object... arguments) {
        return of(Kind.NOT_FOUND, code, arguments);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return of(Kind.FORBIDDEN, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return of(Kind.CONFLICT, code, arguments);
    }

    /** The same refusal with one more member in the answer. */
    public Refusal with(String member, Object value) {
        var more = new java.util.HashMap<>(members);
        more.put(member, value);
        return new Refusal(kind, code, arguments, more, fields);
    }

    public RefusedException asException() {
        return new RefusedException(this);
    }
}
