package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.ACME_CALLS;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        assertThat(book.changes()).containsExactly(new AllowanceChange(ACME, CALLS, id(1), 7, 0));
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
        assertThat(book.charge(ACME_CALLS, 9)).hasValue(List.of(new Part(id(3), 2), new Part(id(2), 5),
                new Part(id(1), 2)));
        assertThat(book.standing(ACME_CALLS)).isEqualTo(new Standing(17, 9, 0, Optional.of(TOMORROW), true));
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
        assertThat(book.settle(ACME_CALLS, parts, 8)).isEqualTo(8);
        assertThat(ending.figures()).isEqualTo(new Figures(5, 5, 0));
        assertThat(endless.figures()).isEqualTo(new Figures(10, 3, 0));
    }

    @Test
    void what_was_not_needed_goes_back_where_it_was_taken_last() {
        var book = new AllowanceBook(List.of(endless, ending));
        var parts = book.hold(ACME_CALLS, 8).orElseThrow();
        assertThat(book.settle(ACME_CALLS, parts, 4)).isEqualTo(4);
        assertThat(ending.figures()).isEqualTo(new Figures(5, 4, 0));
        assertThat(endless.figures()).isEqualTo(new Figures(10, 0, 0));
    }

    @Test
    void what_was_needed_beyond_is_charged_as_far_as_it_lasts() {
        var book = new AllowanceBook(List.of(endless, ending));
        var parts = book.hold(ACME_CALLS, 8).orElseThrow();
        assertThat(book.settle(ACME_CALLS, parts, 12)).isEqualTo(12);
        assertThat(book.chargeUpTo(ACME_CALLS, 100)).isEqualTo(3);
        assertThat(book.chargeUpTo(ACME_CALLS, 100)).isZero();
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
        var ended = allowance(ACME, 4, new Figures(5, 0, 5), until(NOON));
        var book = new AllowanceBook(List.of(ended));
        assertThat(book.settle(ACME_CALLS, List.of(new Part(id(4), 5)), 2)).isEqualTo(2);
        assertThat(ended.figures()).isEqualTo(new Figures(5, 2, 0));
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
        assertThat(book.standing(tomorrow)).isEqualTo(new Standing(10, 0, 0, Optional.empty(), true));
        assertThat(book.charge(tomorrow, 10)).isPresent();
    }

    @Test
    void units_on_an_allowance_that_was_not_locked_are_a_bug() {
        var book = new AllowanceBook(List.of());
        assertThatThrownBy(() -> book.release(List.of(new Part(id(9), 1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void figures_cannot_break_the_promise() {
        assertThatThrownBy(() -> new Figures(5, 3, 3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Figures(5, -1, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Figures(5, 0, -1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Figures(5, 0, 0).settle(1, 0)).isInstanceOf(IllegalStateException.class);
    }
}
