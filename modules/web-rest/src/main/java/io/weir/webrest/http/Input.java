package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks what came in a body. The messages of the constraints are reason codes, put into words with the rest of the
 * answer.
 */
@ApplicationScoped
public class Input {
    @Inject
    Validator validator;

    /** Refused: {@code MALFORMED_BODY} without a body, {@code VALIDATION_FAILED} with all fields that are wrong. */
    public <T> T check(T body) {
        var violations = validator.validate(required(body));
        if (violations.isEmpty()) {
            return body;
        }
        throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), reasons(violations))
                .asException();
    }

    /** For routes that check by themselves. */
    public static <T> T required(T body) {
        if (body == null) {
            throw Refusal.invalid("MALFORMED_BODY").asException();
        }
        return body;
    }

    static Failure failure(ConstraintViolationException e) {
        return Failure.invalid(reasons(e.getConstraintViolations()));
    }

    private static Map<String, String> reasons(Collection<? extends ConstraintViolation<?>> violations) {
        var reasons = new TreeMap<String, String>();
        violations.forEach(v -> reasons.putIfAbsent(v.getPropertyPath().toString(), v.getMessageTemplate()));
        return reasons;
    }
}
