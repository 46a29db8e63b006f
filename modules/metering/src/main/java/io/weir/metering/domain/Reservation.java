package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Units held for one call, of one meter or several. Ends at most once: settled by the caller, released by the caller,
 * or expired by the job. An expired one may still be settled, because the work is done; a released one may not, because
 * its caller said that it was not.
 */
public final class Reservation {
    private final Terms terms;
    private final List<Part> parts;
    private State state;
    private Optional<Settlement> settlement;

    public Reservation(Terms terms, List<Part> parts, State state, Optional<Settlement> settlement) {
        this.terms = terms;
        this.parts = List.copyOf(parts);
        this.state = state;
        this.settlement = settlement;
    }

    static Reservation held(Terms terms, List<Part> parts) {
        return new Reservation(terms, parts, State.HELD, Optional.empty());
    }

    /** The parts of each meter, in the order in which they were held. */
    Map<MeterKey, List<Part>> holds() {
        return parts.stream().collect(Collectors.groupingBy(Part::meter, LinkedHashMap::new, Collectors.toList()));
    }

    /** Refused: {@code RESERVATION_RELEASED}. */
    void requireSettleable() {
        if (state == State.RELEASED) {
            throw Refusal.conflict("RESERVATION_RELEASED").asException();
        }
    }

    void settle(Settlement outcome) {
        requireSettleable();
        if (state == State.COMMITTED) {
            throw new IllegalStateException("reservation " + terms.id() + " was settled before");
        }
        state = State.COMMITTED;
        settlement = Optional.of(outcome);
    }

    /** Answers whether there was something to give back. Refused: {@code RESERVATION_SETTLED}. */
    boolean release() {
        if (state == State.COMMITTED) {
            throw Refusal.conflict("RESERVATION_SETTLED").asException();
        }
        return state == State.HELD && turn(State.RELEASED);
    }

    /** Answers whether there was something to give back. */
    boolean expire(Instant now) {
        return state == State.HELD && !now.isBefore(terms.expiresAt()) && turn(State.EXPIRED);
    }

    private boolean turn(State next) {
        state = next;
        return true;
    }

    public Terms terms() {
        return terms;
    }

    public List<Part> parts() {
        return parts;
    }

    public State state() {
        return state;
    }

    /** What the settlement answered; present when committed. */
    public Optional<Settlement> settlement() {
        return settlement;
    }

    /** Where it stands. */
    public enum State { HELD, COMMITTED, RELEASED, EXPIRED }

    /** What was agreed when it was made; {@code heldAt} by the tenant's clock, {@code expiresAt} by the wall's. */
    public record Terms(Holder holder, UUID id, Optional<String> operation, Instant heldAt, Instant expiresAt) {
    }
}
