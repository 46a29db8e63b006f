package io.weir.webrest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Map;
import java.util.stream.Collectors;

/** A body that can't be read: broken JSON altogether, or a member of the wrong type or size, which is then named. */
final class JsonFaults {
    private JsonFaults() {
    }

    static Failure of(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
            return Failure.invalid(Map.of(member(mismatch), "WRONG_TYPE"));
        }
        if (e instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return Failure.invalid(Map.of(member(mapping), "OUT_OF_RANGE"));
        }
        return Failure.of(400, "MALFORMED_BODY");
    }

    /** As {@code features.limits[2]}. */
    private static String member(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }
}
