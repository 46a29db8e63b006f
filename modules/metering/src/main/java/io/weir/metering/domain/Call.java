package io.weir.metering.domain;

import io.weir.metering.api.CallFacts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One call on its way into the usages: the first of them is the call itself, the others are measures of it. */
final class Call {
    private final CallFacts facts;
    private final Optional<UUID> reservation;
    private Optional<UUID> first = Optional.empty();

    /** {@code operation} is what it was admitted for, unless the facts know better. */
    Call(CallFacts facts, Optional<String> operation, Optional<UUID> reservation) {
        this.facts = new CallFacts(facts.endpoint(), facts.operation().or(() -> operation), facts.model(),
                facts.status(), facts.latencyMs(), facts.tokens(), facts.apiKey());
        this.reservation = reservation;
    }

    Usage usage(UUID id, Claim claim, Taken taken, long balanceAfter) {
        boolean further = first.isPresent();
        first = first.or(() -> Optional.of(id));
        return new Usage(id, claim, taken.all(), taken.overage(), further ? 0 : 1, balanceAfter,
                further ? measured() : facts, reservation);
    }

    /** The id of its first usage. */
    UUID first() {
        return first.orElseThrow();
    }

    private CallFacts measured() {
        return new CallFacts(facts.endpoint(), facts.operation(), facts.model(), facts.status(), OptionalInt.empty(), 0,
                facts.apiKey());
    }
}
