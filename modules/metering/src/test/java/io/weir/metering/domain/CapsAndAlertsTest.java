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
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Actual;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Units;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapsAndAlertsTest extends GateFixture {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void the_cap_holds_to_the_unit_and_counts_what_is_held() {
        with(allowance(1, 1000, forEver()));
        cap(CALLS, 10, 3);
        charge(4);
        reserve(2);
        assertThat(charge(2)).isEqualTo(new Decision.Capped(CALLS, 9, 10, DECEMBER));
        assertThat(changes.isEmpty()).isTrue();
        assertThat(charge(1)).isInstanceOf(Decision.Admitted.class);
        assertThat(remembered(CALLS).spent()).isEqualTo(10);
        assertThat(figuresOf(1).used()).isEqualTo(5);
    }

    @Test
    void a_cap_on_one_meter_stops_the_others_of_the_call() {
        with(allowance(1, 1000, forEver()), allowance(CREDITS, 2, figures(50, 0, 0), forEver()));
        cap(CREDITS, 5, 0);
        assertThat(charge(new Units(CALLS, 1), new Units(CREDITS, 6))).isInstanceOf(Decision.Capped.class);
        assertThat(figuresOf(1).used()).isZero();
    }

    @Test
    void what_comes_back_may_be_spent_again() {
        with(allowance(1, 1000, forEver()));
        cap(CALLS, 10, 0);
        settle(reserve(8), hold -> 3);
        assertThat(remembered(CALLS).spent()).isEqualTo(3);
        decide(new Ask.Release(ACME, reserve(7)));
        assertThat(remembered(CALLS).spent()).isEqualTo(3);
        var expiring = reserve(7);
        at(NOON.plusSeconds(60));
        decide(new Ask.Expire(ACME, expiring));
        assertThat(remembered(CALLS).spent()).isEqualTo(3);
        assertThat(settle(expiring, Actual.AS_HELD).first().charged()).isEqualTo(7);
        assertThat(remembered(CALLS).spent()).isEqualTo(10);
    }

    @Test
    void work_that_is_done_goes_past_the_cap_and_counts() {
        with(allowance(1, 1000, forEver()));
        cap(CALLS, 10, 0);
        assertThat(settle(reserve(8), hold -> 30).first().charged()).isEqualTo(30);
        report("e", NOON, 5);
        assertThat(remembered(CALLS).spent()).isEqualTo(35);
        assertThat(charge(1)).isEqualTo(new Decision.Capped(CALLS, 35, 10, DECEMBER));
    }

    @Test
    void a_new_month_starts_over_and_old_holds_do_not_lower_it() {
        with(allowance(1, 1000, forEver()));
        cap(CALLS, 10, 2);
        var held = reserve(8);
        at(DECEMBER);
        charge(4);
        assertThat(remembered(CALLS)).extracting(Remembered::spent, Remembered::spentMonth)
                .containsExactly(4L, Optional.of(DECEMBER));
        settle(held, hold -> 1);
        assertThat(remembered(CALLS).spent()).as("given back to November").isEqualTo(4);
        assertThat(charge(7)).isInstanceOf(Decision.Capped.class);
        assertThat(charge(6)).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void giving_back_never_goes_below_nothing() {
        with(allowance(1, 1000, forEver()));
        var held = reserve(8);
        cap(CALLS, 10, 3);
        decide(new Ask.Release(ACME, held));
        assertThat(remembered(CALLS).spent()).isZero();
    }

    @Test
    void late_use_of_another_month_is_not_spent_in_this() {
        with(allowance(ACME, 1, figures(1000, 0, 0), new Lifetime(NOON.minusSeconds(86_400 * 60), Optional.empty(),
                Optional.empty(), Optional.empty(), NOON)));
        cap(CALLS, 10, 0);
        report("e", NOON.minusSeconds(86_400 * 30), 5);
        assertThat(remembered(CALLS).spent()).isZero();
        assertThat(figuresOf(1).used()).isEqualTo(5);
    }

    @Test
    void below_the_first_threshold_nothing_is_remembered() {
        with(allowance(1, 100, forEver()));
        charge(79);
        assertThat(changes.remembered()).isEmpty();
        assertThat(changes.alerts()).isEmpty();
    }

    @Test
    void each_threshold_is_announced_once_for_a_period_and_a_grant() {
        var end = NOON.plusSeconds(600);
        with(allowance(1, 100, until(end)));
        charge(85);
        assertThat(percents()).containsExactly(80);
        charge(1);
        assertThat(percents()).isEmpty();
        assertThat(changes.remembered()).isEmpty();
        charge(14);
        assertThat(percents()).containsExactly(90, 100);
        assertThat(changes.alerts().get(1)).extracting(Alert::used, Alert::granted, Alert::periodEnd, Alert::at)
                .containsExactly(100L, 100L, Optional.of(end), NOON);

        with(allowance(ACME, 1, figures(110, 100, 0), until(end)));
        charge(1);
        assertThat(percents()).as("a grant: all that are reached come again").containsExactly(80, 90);
        with(allowance(ACME, 1, figures(1000, 101, 0), until(end)));
        charge(1);
        assertThat(percents()).isEmpty();
        assertThat(remembered(CALLS).alertLevel()).isZero();
        charge(1);
        assertThat(changes.remembered()).isEmpty();
    }

    @Test
    void a_new_period_announces_anew() {
        with(allowance(1, 10, until(NOON.plusSeconds(10))));
        charge(10);
        assertThat(percents()).containsExactly(80, 90, 100);
        at(NOON.plusSeconds(10));
        with(allowance(2, 10, until(NOON.plusSeconds(20))));
        charge(9);
        assertThat(percents()).containsExactly(80, 90);
    }

    @Test
    void alerts_are_about_used_and_not_about_held() {
        with(allowance(1, 10, forEver()));
        var reservation = reserve(10);
        assertThat(percents()).isEmpty();
        settle(reservation, hold -> 8);
        assertThat(percents()).containsExactly(80);
    }

    @Test
    void several_asks_of_a_batch_announce_once() {
        with(allowance(1, 10, forEver()));
        var ask = new Ask.Charge(demand(ACME, 3), FACTS);
        decide(ask, ask, ask);
        assertThat(percents()).containsExactly(80, 90);
        assertThat(changes.remembered()).hasSize(1);
    }

    @Test
    void a_cap_and_alerts_share_a_row() {
        with(allowance(1, 10, forEver()));
        cap(CALLS, 100, 0);
        charge(8);
        assertThat(remembered(CALLS)).extracting(Remembered::spent, Remembered::alertLevel).containsExactly(8L, 80);
        assertThat(remembered(CALLS).cap()).hasValue(100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 0", "1, 1, 100", "5, 4, 80", "9, 8, 80", "9, 7, 0", "10, 9, 90", "11, 9, 80",
        "100, 99, 90", "9000000000000000000, 7200000000000000000, 80", "9000000000000000000, 7199999999999999999, 0"})
    void levels(long granted, long used, int level) {
        assertThat(Threshold.reached(new Standing(granted, used, 0, 0, Optional.empty(), Optional.empty(), true)))
                .isEqualTo(level);
    }

    @Test
    void the_basis_fits_its_column() {
        var widest = new Standing(Long.MAX_VALUE, 0, 0, 0, Optional.empty(), Optional.of(
                Instant.parse("9999-12-31T23:59:59.999Z")), false);
        assertThat(Threshold.basis(widest, 10_000)).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void overage_alone_announces_nothing_more() {
        with(allowance(ACME, 1, new Figures(10, 10, 0, 0, Overage.ALLOW), forEver()));
        report("e", NOON, 5);
        assertThat(figuresOf(1).overage()).isEqualTo(5);
        assertThat(percents()).isEmpty();
    }

    private List<Integer> percents() {
        return changes.alerts().stream().map(Alert::percent).toList();
    }
}
