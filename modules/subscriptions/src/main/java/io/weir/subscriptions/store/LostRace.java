package io.weir.subscriptions.store;

import io.weir.kernel.api.Refusal;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which refusal it is when somebody else was quicker; the unique keys' names tell. */
final class LostRace {
    private LostRace() {
    }

    /** Empty: the failure is none of these, and not the caller's fault. */
    static Optional<Refusal> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).map(LostRace::refusal)
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> refusal(Throwable cause) {
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Refusal.conflict("CONFLICT"));
        }
        var message = String.valueOf(cause.getMessage());
        if (message.matches("(?s).*uq_subscriptions_\\w+_name.*")) {
            return Optional.of(Refusal.conflict("NAME_TAKEN"));
        }
        return message.contains("uq_subscriptions_plan_slug")
                ? Optional.of(Refusal.conflict("SLUG_TAKEN")) : Optional.empty();
    }
}
