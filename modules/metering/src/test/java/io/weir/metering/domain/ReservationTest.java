package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Reservation.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationTest {
    private static final Settlement SETTLEMENT = new Settlement(id(1),
            List.of(new Settlement.Line(CALLS, Optional.of(id(9)), 2, 2, 0, 3)));

    @ParameterizedTest
    @CsvSource({
        "HELD, settle, COMMITTED, done",
        "HELD, release, RELEASED, true", "HELD, expire, EXPIRED, true",
        "COMMITTED, settle, COMMITTED, bug", "COMMITTED, release, COMMITTED, RESERVATION_SETTLED",
        "COMMITTED, expire, COMMITTED, false",
        "RELEASED, settle, RELEASED, RESERVATION_RELEASED", "RELEASED, release, RELEASED, false",
        "RELEASED, expire, RELEASED, false",
        "EXPIRED, settle, COMMITTED, done", "EXPIRED, release, EXPIRED, false", "EXPIRED, expire, EXPIRED, false"})
    void every_state_and_verb(State before, String verb, State after, String outcome) {
        var terms = new Reservation.Terms(ACME, id(1), Optional.empty(), NOON, NOON);
        var settled = before == State.COMMITTED ? Optional.of(SETTLEMENT) : Optional.<Settlement>empty();
        var reservation = new Reservation(terms, List.of(new Part(CALLS, id(2), 2)), before, settled);
        assertThat(outcome(reservation, verb)).isEqualTo(outcome);
        assertThat(reservation.state()).isEqualTo(after);
        assertThat(reservation.settlement().isPresent()).isEqualTo(after == State.COMMITTED);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void expires_when_its_time_has_run_out(int seconds, boolean expires) {
        var reservation = Reservation.held(new Reservation.Terms(ACME, id(1), Optional.empty(), NOON, NOON), List.of());
        assertThat(reservation.expire(NOON.plusSeconds(seconds))).isEqualTo(expires);
    }

    private static String outcome(Reservation reservation, String verb) {
        Function<Reservation, String> act = switch (verb) {
            case "settle" -> r -> {
                r.settle(SETTLEMENT);
                return "done";
            };
            case "release" -> r -> Boolean.toString(r.release());
            default -> r -> Boolean.toString(r.expire(NOON));
        };
        try {
            return act.apply(reservation);
        } catch (RefusedException refused) {
            return refused.refusal().code();
        } catch (IllegalStateException bug) {
            return "bug";
        }
    }
}
