package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.CREDITS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Decision;
import io.weir.metering.api.Decision.Line;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Units;
import io.weir.metering.domain.Reservation.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GateTest extends GateFixture {
    private static final Units CALL = new Units(CALLS, 1);

    @Test
    void a_charge_is_usage_and_the_answer_says_what_is_left() {
        with(allowance(1, 10, forEver()));
        assertThat(charge(4)).isEqualTo(new Decision.Admitted(id(100),
                List.of(new Line(CALLS, 4, 6, 10, Optional.empty())), Optional.empty()));
        assertThat(changes.usages()).containsExactly(new Usage(id(100), new Claim(ACME, CALLS, NOON), 4, 0, 1, 6, FACTS,
                Optional.empty()));
    }

    @Test
    void an_exhausted_meter_says_used_limit_and_the_last_end() {
        var end = NOON.plusSeconds(60);
        with(allowance(1, 3, until(NOON.plusSeconds(30))), allowance(2, 3, until(end)));
        charge(5);
        assertThat(charge(2)).isEqualTo(new Decision.Exhausted(CALLS, 5, 6, Optional.of(end)));
        assertThat(decision(decide(new Ask.Reserve(demand(holder(7), 1))).get(0)))
                .isEqualTo(new Decision.Exhausted(CALLS, 0, 0, Optional.empty()));
        assertThat(tables.usages).hasSize(1);
    }

    @Test
    void several_meters_are_charged_whole_or_not_at_all() {
        with(allowance(1, 10, forEver()), allowance(CREDITS, 2, figures(5, 0, 0), until(NOON.plusSeconds(9))));
        assertThat(charge(CALL, new Units(CREDITS, 6))).isEqualTo(
                new Decision.Exhausted(CREDITS, 0, 5, Optional.of(NOON.plusSeconds(9))));
        assertThat(changes.isEmpty()).isTrue();
        var admitted = (Decision.Admitted) charge(CALL, new Units(CREDITS, 5));
        assertThat(admitted.lines()).containsExactly(new Line(CALLS, 1, 9, 10, Optional.empty()),
                new Line(CREDITS, 5, 0, 5, Optional.of(NOON.plusSeconds(9))));
        assertThat(changes.usages()).extracting(Usage::requests).containsExactly(1, 0);
        assertThat(changes.usages()).extracting(u -> u.facts().latencyMs())
                .containsExactly(OptionalInt.of(120), OptionalInt.empty());
        assertThat(changes.usages()).extracting(u -> u.facts().tokens()).containsExactly(7L, 0L);
        assertThat(changes.usages().get(0).id()).isEqualTo(admitted.id());
        assertThat(charge(CALL, new Units(CREDITS, 1))).isInstanceOf(Decision.Exhausted.class);
        assertThat(figuresOf(1).used()).isEqualTo(1);
    }

    @Test
    void where_a_meter_is_not_metered_nothing_of_it_is_wanted() {
        var wanted = demand(CALL).andWhereMetered(CREDITS, 3);
        with(allowance(1, 10, forEver()));
        assertThat(((Decision.Admitted) decision(decide(new Ask.Charge(wanted, FACTS)).get(0))).lines()).hasSize(1);
        with(allowance(CREDITS, 2, figures(5, 0, 0), forEver()));
        assertThat(((Decision.Admitted) decision(decide(new Ask.Reserve(wanted)).get(0))).lines()).hasSize(2);
        assertThat(decision(decide(new Ask.Charge(wanted, FACTS)).get(0)))
                .as("metered, and not enough of it").isEqualTo(new Decision.Exhausted(CREDITS, 0, 5, Optional.empty()));
    }

    @Test
    void the_operation_is_kept_from_the_demand_unless_the_facts_know_it() {
        with(allowance(1, 10, forEver()));
        decide(new Ask.Charge(demand(CALL).forOperation("op"), FACTS));
        assertThat(changes.usages().get(0).facts().operation()).hasValue("op");
        decide(new Ask.Reserve(demand(CALL).forOperation("op")));
        assertThat(changes.made().get(0).terms().operation()).hasValue("op");
    }

    @Test
    void credentials_older_than_the_epoch_are_stale_and_charge_nothing() {
        with(allowance(1, 10, forEver()));
        tables.credentialEpoch = 5;
        assertThat(decision(decide(new Ask.Charge(demand(ACME, 1, 4), FACTS)).get(0))).isEqualTo(new Decision.Stale());
        assertThat(decision(decide(new Ask.Reserve(demand(ACME, 1, 4))).get(0))).isEqualTo(new Decision.Stale());
        assertThat(changes.isEmpty()).isTrue();
        assertThat(decision(decide(new Ask.Charge(demand(ACME, 1, 5), FACTS)).get(0)))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(charge(1)).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_reservation_holds_until_it_is_given_back_once() {
        with(allowance(1, 10, forEver()), allowance(CREDITS, 2, figures(5, 0, 0), forEver()));
        var reserved = decision(decide(new Ask.Reserve(demand(new Units(CALLS, 2), new Units(CREDITS, 5)))).get(0));
        assertThat(reserved).isEqualTo(new Decision.Admitted(id(100), List.of(
                new Line(CALLS, 2, 8, 10, Optional.empty()), new Line(CREDITS, 5, 0, 5, Optional.empty())),
                Optional.of(NOON.plusSeconds(60))));
        assertThat(changes.usages()).isEmpty();
        var release = new Ask.Release(ACME, id(100));
        assertThat(decide(release, release)).containsExactly(new Answer.GivenBack(true), new Answer.GivenBack(false));
        assertThat(figuresOf(1)).isEqualTo(figures(10, 0, 0));
        assertThat(figuresOf(2)).isEqualTo(figures(5, 0, 0));
        assertThat(code(settling(id(100), hold -> 1))).isEqualTo("RESERVATION_RELEASED");
    }

    @Test
    void only_what_is_due_expires() {
        with(allowance(1, 10, forEver()));
        var reservation = reserve(2);
        assertThat(decide(new Ask.Expire(ACME, reservation))).containsExactly(new Answer.GivenBack(false));
        assertThat(changes.isEmpty()).isTrue();
        at(NOON.plusSeconds(60));
        assertThat(decide(new Ask.Expire(ACME, reservation))).containsExactly(new Answer.GivenBack(true));
        assertThat(tables.reservations.get(reservation).state()).isEqualTo(State.EXPIRED);
        assertThat(figuresOf(1).reserved()).isZero();
    }

    @Test
    void anothers_reservation_is_not_found() {
        with(allowance(1, 10, forEver()));
        var reservation = reserve(2);
        assertThat(code(decide(new Ask.Settle(holder(2), reservation, hold -> 2, FACTS)).get(0)))
                .isEqualTo("RESERVATION_NOT_FOUND");
        assertThat(code(decide(new Ask.Release(holder(2), reservation)).get(0))).isEqualTo("RESERVATION_NOT_FOUND");
        assertThat(code(settling(id(999), hold -> 2))).isEqualTo("RESERVATION_NOT_FOUND");
    }

    @Test
    void a_grant_during_exhaustion_admits_again() {
        with(allowance(1, 2, forEver()));
        charge(2);
        assertThat(charge(1)).isInstanceOf(Decision.Exhausted.class);
        with(allowance(ACME, 1, figures(3, 2, 0), forEver()));
        assertThat(charge(1)).isInstanceOf(Decision.Admitted.class);
        assertThat(charge(new Units(new MeterKey("other"), 1))).isInstanceOf(Decision.Exhausted.class);
    }
}
