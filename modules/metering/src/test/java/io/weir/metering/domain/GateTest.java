package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Reservation.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {
    private final AtomicInteger ids = new AtomicInteger(100);

    @Test
    void a_charge_is_usage_and_the_answer_says_what_is_left() {
        var gate = gate(0, allowance(1, 10, forEver()));
        var decision = decision(gate.decide(new Ask.Charge(demand(ACME, 4), FACTS)));
        assertThat(decision).isEqualTo(new Decision.Admitted(id(100), CALLS, 4, 6, Optional.empty()));
        assertThat(gate.changes().usages())
                .containsExactly(new Usage(id(100), new Claim(ACME, CALLS, NOON), 4, FACTS, Optional.empty()));
    }

    @Test
    void an_exhausted_meter_says_used_limit_and_the_last_end() {
        var end = NOON.plusSeconds(60);
        var gate = gate(0, allowance(1, 3, until(NOON.plusSeconds(30))), allowance(2, 3, until(end)));
        gate.decide(new Ask.Charge(demand(ACME, 5), FACTS));
        assertThat(decision(gate.decide(new Ask.Charge(demand(ACME, 2), FACTS))))
                .isEqualTo(new Decision.Exhausted(CALLS, 5, 6, Optional.of(end)));
        assertThat(decision(gate.decide(new Ask.Reserve(demand(holder(7), 1)))))
                .isEqualTo(new Decision.Exhausted(CALLS, 0, 0, Optional.empty()));
        assertThat(gate.changes().usages()).hasSize(1);
    }

    @Test
    void credentials_older_than_the_epoch_are_stale_and_charge_nothing() {
        var gate = gate(5, allowance(1, 10, forEver()));
        assertThat(decision(gate.decide(new Ask.Charge(demand(ACME, 1, 4), FACTS)))).isEqualTo(new Decision.Stale());
        assertThat(decision(gate.decide(new Ask.Reserve(demand(ACME, 1, 4))))).isEqualTo(new Decision.Stale());
        assertThat(gate.changes().isEmpty()).isTrue();
        assertThat(decision(gate.decide(new Ask.Charge(demand(ACME, 1, 5), FACTS))))
                .isInstanceOf(Decision.Admitted.class);
        assertThat(decision(gate.decide(new Ask.Charge(demand(ACME, 1), FACTS)))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void a_reservation_holds_and_a_commit_uses() {
        var first = gate(0, allowance(1, 10, forEver()));
        assertThat(decision(first.decide(new Ask.Reserve(demand(ACME, 6)))))
                .isEqualTo(new Decision.Admitted(id(100), CALLS, 6, 4, Optional.of(NOON.plusSeconds(60))));
        assertThat(first.changes().allowances()).containsExactly(new AllowanceChange(ACME, CALLS, id(1), 0, 6));

        var held = first.changes().made().get(0);
        var second = gate(List.of(held), allowance(ACME, 1, new Figures(10, 0, 6), forEver()));
        var commit = new Ask.Commit(demand(ACME, 5), id(100), FACTS);
        var settled = new Answer.Settled(new Settlement(id(101), CALLS, 5, 5));
        assertThat(second.decide(commit)).isEqualTo(settled);
        assertThat(second.decide(commit)).as("twice is quiet and answers the same").isEqualTo(settled);
        assertThat(code(second.decide(new Ask.Release(ACME, id(100))))).isEqualTo("RESERVATION_SETTLED");
        assertThat(second.changes().usages()).hasSize(1);
        assertThat(second.changes().turned()).containsExactly(held);
        assertThat(second.changes().allowances()).containsExactly(new AllowanceChange(ACME, CALLS, id(1), 5, -6));
    }

    @Test
    void a_commit_counts_for_the_meter_that_was_reserved() {
        var gate = gate(List.of(reservation(State.HELD, 2)), allowance(ACME, 1, new Figures(10, 0, 2), forEver()));
        var other = new Demand(ACME.tenant(), ACME.account(), new MeterKey("credits"), 2, 0, null);
        assertThat(gate.decide(new Ask.Commit(other, id(50), FACTS)))
                .isEqualTo(new Answer.Settled(new Settlement(id(100), CALLS, 2, 8)));
    }

    @Test
    void after_expiry_units_are_taken_again_as_far_as_they_last() {
        var gate = gate(List.of(reservation(State.EXPIRED, 5)), allowance(1, 3, forEver()));
        assertThat(gate.decide(new Ask.Commit(demand(ACME, 5), id(50), FACTS)))
                .isEqualTo(new Answer.Settled(new Settlement(id(100), CALLS, 3, 0)));

        var spent = gate(List.of(reservation(State.EXPIRED, 5)), allowance(ACME, 1, new Figures(3, 3, 0), forEver()));
        assertThat(code(spent.decide(new Ask.Commit(demand(ACME, 5), id(50), FACTS)))).isEqualTo("RESERVATION_EXPIRED");
        assertThat(spent.changes().isEmpty()).isTrue();
    }

    @Test
    void a_release_gives_back_once() {
        var gate = gate(List.of(reservation(State.HELD, 2)), allowance(ACME, 1, new Figures(10, 0, 2), forEver()));
        assertThat(gate.decide(new Ask.Release(ACME, id(50)))).isEqualTo(new Answer.GivenBack(true));
        assertThat(gate.decide(new Ask.Release(ACME, id(50)))).isEqualTo(new Answer.GivenBack(false));
        assertThat(code(gate.decide(new Ask.Commit(demand(ACME, 1), id(50), FACTS)))).isEqualTo("RESERVATION_RELEASED");
        assertThat(gate.changes().allowances()).containsExactly(new AllowanceChange(ACME, CALLS, id(1), 0, -2));
    }

    @Test
    void only_what_is_due_expires() {
        var due = reservation(State.HELD, 2);
        var gate = gate(List.of(due), allowance(ACME, 1, new Figures(10, 0, 2), forEver()));
        assertThat(gate.decide(new Ask.Expire(ACME, id(50)))).isEqualTo(new Answer.GivenBack(true));
        assertThat(due.state()).isEqualTo(State.EXPIRED);

        var later = Reservation.held(new Reservation.Terms(ACME, id(50), CALLS, 2, NOON.plusSeconds(1)),
                List.of(new Part(id(1), 2)));
        var early = gate(List.of(later), allowance(ACME, 1, new Figures(10, 0, 2), forEver()));
        assertThat(early.decide(new Ask.Expire(ACME, id(50)))).isEqualTo(new Answer.GivenBack(false));
        assertThat(early.changes().isEmpty()).isTrue();
    }

    @Test
    void anothers_reservation_is_not_found() {
        var gate = gate(List.of(reservation(State.HELD, 2)), allowance(ACME, 1, new Figures(10, 0, 2), forEver()));
        assertThat(code(gate.decide(new Ask.Commit(demand(holder(2), 2), id(50), FACTS))))
                .isEqualTo("RESERVATION_NOT_FOUND");
        assertThat(code(gate.decide(new Ask.Release(holder(2), id(50))))).isEqualTo("RESERVATION_NOT_FOUND");
        assertThat(gate.changes().isEmpty()).isTrue();
    }

    private static Reservation reservation(State state, long quantity) {
        return new Reservation(new Reservation.Terms(ACME, id(50), CALLS, quantity, NOON),
                List.of(new Part(id(1), quantity)), state,
                Optional.empty());
    }

    private Gate gate(long epoch, Allowance... allowances) {
        return new Gate(new Locked(List.of(allowances), List.of(), epoch), NOW, () -> id(ids.getAndIncrement()));
    }

    private Gate gate(List<Reservation> reservations, Allowance... allowances) {
        return new Gate(new Locked(List.of(allowances), reservations, 0), NOW, () -> id(ids.getAndIncrement()));
    }

    private static Decision decision(Answer answer) {
        return ((Answer.Decided) answer).decision();
    }

    private static String code(Answer answer) {
        return ((Answer.Refused) answer).refusal().code();
    }
}
