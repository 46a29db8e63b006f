package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.ACME_CALLS;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceBookTest {
    private static final Instant TOMORROW = NOON.plusSeconds(86_400);
    private final Allowance endless = allowance(1, 10, forEver());
    private final Allowance ending = allowance(2, 5, until(TOMORROW));

    @Test
    void a_batch_that_partly_fits_admits_its_prefix() {
        var book = new AllowanceBook(List.of(allowance(1, 7, forEver())));
        var admitted = IntStream.range(0, 20).mapToObj(i -> book.charge(ACME_CALLS, 1).isPresent()).toList();
        assertThat(admitted.subList(0, 7)).containsOnly(true);
        assertThat(admitted.subList(7, 20)).containsOnly(false);
        assertThat(book.changes()).containsExactly(new AllowanceChange(ACME, CALLS, id(1), 7, 0, 0));
    }

    @Test
    void what_is_too_much_does_not_stand_in_the_way_of_what_fits() {
        var book = new AllowanceBook(List.of(allowance(1, 4, forEver())));
        assertThat(book.charge(ACME_CALLS, 3)).isPresent();
        assertThat(book.charge(ACME_CALLS, 5)).isEmpty();
        assertThat(book.charge(ACME_CALLS, 1)).isPresent();
        assertThat(book.standing(ACME_CALLS).remaining()).isZero();
    }

    @Test
    void spends_by_end_then_age_over_several_allowances() {
        var older = new Lifetime(NOON.minusSeconds(9), Optional.of(TOMORROW), Optional.empty(), Optional.empty(),
                NOON.minusSeconds(9000));
        var book = new AllowanceBook(List.of(endless, ending, allowance(3, 2, older)));
        assertThat(book.charge(ACME_CALLS, 9)).hasValue(List.of(new Part(CALLS, id(3), 2), new Part(CALLS, id(2), 5),
                new Part(CALLS, id(1), 2)));
        assertThat(book.standing(ACME_CALLS)).isEqualTo(new Standing(17, 9, 0, 0,
                Optional.of(NOON.minusSeconds(9)), Optional.of(TOMORROW), true));
    }

    @Test
    void a_refused_demand_changes_nothing() {
        var book = new AllowanceBook(List.of(endless, ending));
        assertThat(book.charge(ACME_CALLS, 16)).isEmpty();
        assertThat(book.hold(ACME_CALLS, 16)).isEmpty();
        assertThat(book.charge(new Claim(holder(2), CALLS, NOON), 1)).isEmpty();
        assertThat(book.charge(new Claim(ACME, new MeterKey("credits"), NOON), 1)).isEmpty();
        assertThat(book.changes()).isEmpty();
    }

    @Test
    void settles_all_that_was_held() {
        var book = new AllowanceBook(List.of(endless, ending));
        var parts = book.hold(ACME_CALLS, 8).orElseThrow();
        assertThat(book.settle(ACME_CALLS, parts, 8)).isEqualTo(new Taken(8, 0));
        assertThat(ending.figures()).isEqualTo(figures(5, 5, 0));
        assertThat(endless.figures()).isEqualTo(figures(10, 3, 0));
    }

    @Test
    void what_was_not_needed_goes_back_where_it_was_taken_last() {
        var book = new AllowanceBook(List.of(endless, ending));
        var parts = book.hold(ACME_CALLS, 8).orElseThrow();
        assertThat(book.settle(ACME_CALLS, parts, 4)).isEqualTo(new Taken(4, 0));
        assertThat(ending.figures()).isEqualTo(figures(5, 4, 0));
        assertThat(endless.figures()).isEqualTo(figures(10, 0, 0));
    }

    @Test
    void what_was_needed_beyond_is_charged_as_far_as_it_lasts() {
        var book = new AllowanceBook(List.of(endless, ending));
        var parts = book.hold(ACME_CALLS, 8).orElseThrow();
        assertThat(book.settle(ACME_CALLS, parts, 12)).isEqualTo(new Taken(12, 0));
        assertThat(book.chargeUpTo(ACME_CALLS, 100)).isEqualTo(new Taken(3, 0));
        assertThat(book.chargeUpTo(ACME_CALLS, 100)).isEqualTo(new Taken(0, 0));
        assertThat(book.standing(ACME_CALLS).used()).isEqualTo(15);
    }

    @Test
    void a_release_gives_all_back() {
        var book = new AllowanceBook(List.of(endless, ending));
        book.release(book.hold(ACME_CALLS, 8).orElseThrow());
        assertThat(book.changes()).isEmpty();
        assertThat(book.standing(ACME_CALLS).remaining()).isEqualTo(15);
    }

    @Test
    void units_held_on_an_allowance_that_has_ended_since_are_still_its_own() {
        var ended = allowance(ACME, 4, figures(5, 0, 5), until(NOON));
        var book = new AllowanceBook(List.of(ended));
        assertThat(book.settle(ACME_CALLS, List.of(new Part(CALLS, id(4), 5)), 2)).isEqualTo(new Taken(2, 0));
        assertThat(ended.figures()).isEqualTo(figures(5, 2, 0));
        assertThat(book.charge(ACME_CALLS, 1)).isEmpty();
    }

    @Test
    void only_open_allowances_count() {
        var future = new Lifetime(TOMORROW, Optional.empty(), Optional.empty(), Optional.empty(), NOON);
        var resting = new Lifetime(NOON.minusSeconds(9), Optional.empty(), Optional.of(NOON), Optional.of(TOMORROW),
                NOON);
        var restingForGood = new Lifetime(NOON.minusSeconds(9), Optional.empty(), Optional.of(NOON), Optional.empty(),
                NOON);
        var book = new AllowanceBook(List.of(allowance(1, 5, future), allowance(2, 5, resting),
                allowance(3, 5, restingForGood),
                allowance(4, 5, until(NOON))));
        assertThat(book.charge(ACME_CALLS, 1)).isEmpty();
        assertThat(book.standing(ACME_CALLS)).isEqualTo(Standing.NONE);
        var tomorrow = new Claim(ACME, CALLS, TOMORROW);
        assertThat(book.standing(tomorrow)).isEqualTo(new Standing(10, 0, 0, 0,
                Optional.of(TOMORROW), Optional.empty(), true));
        assertThat(book.charge(tomorrow, 10)).isPresent();
    }

    @Test
    void units_on_an_allowance_that_was_not_locked_are_a_bug() {
        var book = new AllowanceBook(List.of());
        assertThatThrownBy(() -> book.release(List.of(new Part(CALLS, id(9), 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_held_over_several_goes_back_in_reverse() {
        var book = new AllowanceBook(List.of(endless, ending, allowance(3, 2, until(NOON.plusSeconds(9)))));
        var parts = book.hold(ACME_CALLS, 12).orElseThrow();
        assertThat(parts).extracting(Part::quantity).containsExactly(2L, 5L, 5L);
        assertThat(book.settle(ACME_CALLS, parts, 3)).isEqualTo(new Taken(3, 0));
        assertThat(ending.figures()).isEqualTo(figures(5, 1, 0));
        assertThat(endless.figures()).isEqualTo(figures(10, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"refuse, 0", "10%, 1", "150%, 15", "allow, 985", "0%, 0"})
    void overage_is_counted_on_what_ends_first_as_far_as_its_rule_goes(String rule, long overage) {
        var ruled = allowance(ACME, 5, new Figures(10, 0, 0, 0, Overage.parse(rule)), until(TOMORROW));
        var book = new AllowanceBook(List.of(allowance(1, 5, forEver()), ruled));
        assertThat(book.chargeBeyond(ACME_CALLS, 16 + overage)).as("more than that, whole").isEqualTo(
                rule.equals("allow") ? Optional.of(new Taken(15, 986)) : Optional.empty());
        if (!rule.equals("allow")) {
            assertThat(book.chargeUpTo(ACME_CALLS, 1000)).isEqualTo(new Taken(15, overage));
            assertThat(book.chargeUpTo(ACME_CALLS, 1000)).as("the rule is used up").isEqualTo(new Taken(0, 0));
        }
        assertThat(ruled.figures().used()).isEqualTo(10);
    }

    @Test
    void overage_admits_nothing_and_has_a_bound_at_the_largest_grant() {
        long most = 1_000_000_000_000_000L;
        var figures = new Figures(most, most, 0, 0, Overage.parse("1000%"));
        assertThat(figures.room()).isEqualTo(10 * most);
        var book = new AllowanceBook(List.of(allowance(ACME, 5, figures, forEver())));
        assertThat(book.charge(ACME_CALLS, 1)).isEmpty();
        assertThat(book.hold(ACME_CALLS, 1)).isEmpty();
        assertThatThrownBy(() -> figures.exceed(10 * most + 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_claim_on_two_moments_means_what_is_open_at_both() {
        var yesterday = new Claim(ACME, CALLS, NOON.minusSeconds(60), TOMORROW);
        var book = new AllowanceBook(List.of(endless, ending));
        assertThat(book.chargeUpTo(yesterday, 100)).isEqualTo(new Taken(10, 0));
        assertThat(ending.figures().used()).isZero();
    }

    @Test
    void figures_cannot_break_the_promise() {
        assertThatThrownBy(() -> figures(5, 3, 3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> figures(5, -1, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> figures(5, 0, -1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> figures(5, 0, 0).settle(1, 0)).isInstanceOf(IllegalStateException.class);
    }
}
