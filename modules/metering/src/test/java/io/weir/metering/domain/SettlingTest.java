package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.CREDITS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Actual;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.Units;
import io.weir.metering.domain.Reservation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest extends GateFixture {
    @Test
    void each_meter_is_asked_for_and_what_was_not_needed_goes_back() {
        with(allowance(1, 10, forEver()), allowance(CREDITS, 2, figures(50, 0, 0), forEver()));
        var reservation = reserve(new Units(CALLS, 3), new Units(CREDITS, 40));
        var holds = new ArrayList<Actual.Hold>();
        var settlement = settle(reservation, hold -> {
            holds.add(hold);
            return hold.meter().equals(CALLS) ? 3 : 25;
        });
        assertThat(holds).containsExactly(new Actual.Hold(CALLS, 3, Optional.empty()),
                new Actual.Hold(CREDITS, 40, Optional.empty()));
        assertThat(settlement).isEqualTo(new Settlement(reservation, List.of(
                new Settlement.Line(CALLS, Optional.of(id(101)), 3, 3, 0, 7),
                new Settlement.Line(CREDITS, Optional.of(id(102)), 25, 25, 0, 25))));
        assertThat(figuresOf(2)).isEqualTo(figures(50, 25, 0));
        assertThat(changes.usages()).extracting(Usage::requests).containsExactly(1, 0);
        assertThat(changes.usages()).extracting(Usage::balanceAfter).containsExactly(7L, 25L);
    }

    @Test
    void twice_with_the_same_is_quiet_and_with_other_quantities_a_conflict() {
        with(allowance(1, 10, forEver()));
        var reservation = reserve(6);
        var first = settle(reservation, hold -> 5);
        assertThat(settle(reservation, hold -> 5)).isEqualTo(first);
        assertThat(changes.isEmpty()).isTrue();
        assertThat(code(settling(reservation, hold -> 6))).isEqualTo("RESERVATION_SETTLED");
        assertThat(code(decide(new Ask.Release(ACME, reservation)).get(0))).isEqualTo("RESERVATION_SETTLED");
        assertThat(figuresOf(1)).isEqualTo(figures(10, 5, 0));
        assertThat(tables.usages).hasSize(1);
    }

    @Test
    void in_one_batch_the_second_hears_the_first_answer() {
        with(allowance(1, 10, forEver()));
        var ask = new Ask.Settle(ACME, reserve(6), hold -> 5, FACTS);
        var answers = decide(ask, ask);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(changes.usages()).hasSize(1);
    }

    @Test
    void nothing_used_is_fine_and_no_usage() {
        with(allowance(1, 10, forEver()), allowance(CREDITS, 2, figures(50, 0, 0), forEver()));
        var reservation = reserve(new Units(CALLS, 1), new Units(CREDITS, 40));
        var settlement = settle(reservation, hold -> hold.meter().equals(CALLS) ? 0 : 7);
        assertThat(settlement.first()).isEqualTo(new Settlement.Line(CALLS, Optional.empty(), 0, 0, 0, 10));
        assertThat(changes.usages()).extracting(Usage::requests).as("the only one is the call").containsExactly(1);
        var other = reserve(2);
        settle(other, hold -> 0);
        assertThat(changes.usages()).isEmpty();
        assertThat(tables.reservations.get(other).state()).isEqualTo(State.COMMITTED);
        assertThat(settle(other, hold -> 0).first().charged()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"refuse, 10, 0", "10%, 11, 1", "50%, 15, 5", "allow, 20, 10"})
    void more_than_there_is_goes_to_overage_by_rule(String rule, long charged, long overage) {
        with(allowance(ACME, 1, new Figures(10, 0, 0, 0, Overage.parse(rule)), forEver()));
        var line = settle(reserve(8), hold -> 20).first();
        assertThat(line).isEqualTo(new Settlement.Line(CALLS, Optional.of(id(101)), 20, charged, overage, 0));
        assertThat(figuresOf(1)).isEqualTo(new Figures(10, 10, 0, overage, Overage.parse(rule)));
        assertThat(changes.usages().get(0).quantity()).isEqualTo(charged);
        assertThat(changes.usages().get(0).overage()).isEqualTo(overage);
    }

    @Test
    void what_the_caller_refuses_changes_nothing() {
        with(allowance(1, 10, forEver()), allowance(CREDITS, 2, figures(50, 0, 0), forEver()));
        var reservation = reserve(new Units(CALLS, 1), new Units(CREDITS, 40));
        assertThat(code(settling(reservation, hold -> {
            if (hold.meter().equals(CREDITS)) {
                throw Refusal.invalid("PRICE_UNKNOWN").asException();
            }
            return 1;
        }))).isEqualTo("PRICE_UNKNOWN");
        assertThat(code(settling(reservation, hold -> -1))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(settling(reservation, hold -> Units.MOST + 1))).isEqualTo("VALIDATION_FAILED");
        assertThat(changes.isEmpty()).isTrue();
        assertThat(settle(reservation, Actual.AS_HELD).lines()).hasSize(2);
    }

    @Test
    void after_expiry_units_are_taken_again_as_far_as_they_last() {
        with(allowance(1, 5, forEver()));
        var reservation = expired(5);
        charge(2);
        assertThat(settle(reservation, Actual.AS_HELD).first())
                .isEqualTo(new Settlement.Line(CALLS, Optional.of(id(102)), 5, 3, 0, 0));
        assertThat(figuresOf(1)).isEqualTo(figures(5, 5, 0));
    }

    @Test
    void after_expiry_with_nothing_left_only_overage_can_bear_it() {
        with(allowance(1, 5, forEver()));
        var reservation = expired(5);
        charge(5);
        assertThat(code(settling(reservation, Actual.AS_HELD))).isEqualTo("RESERVATION_EXPIRED");
        assertThat(changes.isEmpty()).isTrue();
        with(allowance(ACME, 1, new Figures(5, 5, 0, 0, Overage.parse("40%")), forEver()));
        assertThat(settle(reservation, Actual.AS_HELD).first().overage()).isEqualTo(2);
    }

    @Test
    void after_expiry_nothing_used_is_fine() {
        with(allowance(1, 5, forEver()));
        var reservation = expired(5);
        assertThat(settle(reservation, hold -> 0).first().charged()).isZero();
        assertThat(tables.reservations.get(reservation).state()).isEqualTo(State.COMMITTED);
    }

    @Test
    void when_the_period_rolled_over_held_units_are_the_old_ones_and_more_is_the_new() {
        with(allowance(1, 5, until(NOON.plusSeconds(30))), allowance(ACME, 2, figures(5, 0, 0), new Lifetime(
                NOON.plusSeconds(30), Optional.empty(), Optional.empty(), Optional.empty(), NOON)));
        var reservation = reserve(4);
        at(NOON.plusSeconds(31));
        assertThat(settle(reservation, hold -> 6).first().charged()).isEqualTo(6);
        assertThat(figuresOf(1)).isEqualTo(figures(5, 4, 0));
        assertThat(figuresOf(2)).isEqualTo(figures(5, 2, 0));
        assertThat(changes.usages().get(0).balanceAfter()).isEqualTo(3);
    }

    @Test
    void a_second_meter_cannot_spend_the_first() {
        with(allowance(1, 10, forEver()), allowance(new MeterKey("tokens"), 2, figures(5, 0, 0), forEver()));
        var reservation = reserve(new Units(CALLS, 1), new Units(MeterKey.TOKENS, 5));
        var lines = settle(reservation, hold -> hold.meter().equals(CALLS) ? 1 : 9).lines();
        assertThat(lines.get(1).charged()).isEqualTo(5);
        assertThat(figuresOf(1)).isEqualTo(figures(10, 1, 0));
    }

    private UUID expired(long calls) {
        var reservation = reserve(calls);
        at(NOON.plusSeconds(60));
        decide(new Ask.Expire(ACME, reservation));
        return reservation;
    }
}
