package io.weir.webrest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.weir.kernel.api.RefusedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Says what an exception means to the caller. Everything that is not recognised is a fault of ours and tells nothing.
 */
final class Failures {
    private Failures() {
    }

    static Failure of(Throwable thrown) {
        return Causes.find(thrown, RefusedException.class).map(refused -> Failure.of(refused.refusal()))
                .or(() -> unreadable(thrown))
                .or(() -> Causes.find(thrown, ConstraintViolationException.class).map(Input::failure))
                .or(() -> environment(thrown))
                .or(() -> Causes.find(thrown, WebApplicationException.class).map(WebFailures::of))
                .orElseGet(() -> Failure.of(500, "INTERNAL_ERROR").because(thrown));
    }

    /** Only what the reader of the request's own body threw: the same exception deeper down is about a text of ours. */
    private static Optional<Failure> unreadable(Throwable thrown) {
        var direct = thrown instanceof WebApplicationException ? thrown.getCause() : thrown;
        return direct instanceof JsonProcessingException json && isReading(json)
                ? Optional.of(JsonFaults.of(json)) : Optional.empty();
    }

    private static boolean isReading(JsonProcessingException e) {
        return !(e instanceof InvalidDefinitionException) && !(e.getProcessor() instanceof JsonGenerator);
    }

    private static Optional<Failure> environment(Throwable thrown) {
        if (Causes.find(thrown, OptimisticLockException.class).isPresent()) {
            return Optional.of(Failure.of(409, "CONFLICT"));
        }
        if (Outages.isOutage(thrown) || Causes.find(thrown, RejectedExecutionException.class).isPresent()) {
            return Optional.of(Failure.of(503, "UNAVAILABLE").with("Retry-After", 2));
        }
        return Optional.empty();
    }
}
