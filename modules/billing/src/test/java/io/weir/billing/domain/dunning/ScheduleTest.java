package io.weir.billing.domain.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.DunningMoved.Letter;
import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.DunningTerms.Then;
import io.weir.billing.domain.dunning.Step.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant DUE = Instant.parse("2026-03-28T09:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Schedule usual = schedule(DunningTerms.USUAL);

    @Test
    void everything_happens_in_its_order_and_money_is_tried_before_anybody_is_reminded() {
        assertThat(usual.steps()).extracting(step -> step.kind() + " " + step.days()).containsExactly(
                "REMIND -3", "RETRY 0", "REMIND 0", "RETRY 3", "REMIND 3", "RETRY 7", "REMIND 7", "UNPAID 10",
                "GIVE_UP 60");
    }

    @Test
    void days_are_local_days_at_the_same_time_also_when_a_day_has_23_hours() {
        assertThat(usual.at(new Step(Kind.REMIND, -3))).isEqualTo(DUE.minus(Duration.ofDays(3)));
        assertThat(usual.at(new Step(Kind.REMIND, 3))).isEqualTo(DUE.plus(Duration.ofDays(3)).minus(Duration.ofHours(1)));
    }

    @Test
    void what_was_due_before_it_began_does_not_happen_any_more() {
        assertThat(usual.first(DUE.minus(Duration.ofDays(4)))).isZero();
        assertThat(usual.steps().get(usual.first(DUE.minus(Duration.ofDays(1))))).isEqualTo(new Step(Kind.RETRY, 0));
    }

    @Test
    void of_several_reminders_that_are_due_at_once_only_the_last_is_sent_and_an_end_is_never_skipped() {
        var late = DUE.plus(Duration.ofDays(11));
        assertThat(usual.isOvertaken(0, late)).isTrue();
        assertThat(usual.isOvertaken(4, late)).isTrue();
        assertThat(usual.isOvertaken(6, late)).isFalse();
        assertThat(usual.isOvertaken(7, late)).isFalse();
        assertThat(usual.isOvertaken(0, DUE.minus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void nothing_happens_after_the_end() {
        var brief = schedule(new DunningTerms(List.of(1, 30), List.of(40), 5, Then.FREE, 20));
        assertThat(brief.steps()).extracting(Step::days).containsExactly(1, 5, 20);
    }

    @ParameterizedTest
    @CsvSource({"-3, UPCOMING", "0, DUE", "3, OVERDUE", "7, LAST"})
    void the_last_reminder_before_the_plan_ends_says_so(int days, Letter letter) {
        assertThat(usual.letter(days)).isEqualTo(letter);
        assertThat(usual.unpaidAt()).contains(usual.at(new Step(Kind.UNPAID, 10)));
    }

    @Test
    void where_nothing_is_taken_away_nobody_is_threatened() {
        var kind = schedule(new DunningTerms(List.of(3, 7), List.of(), 10, Then.KEEP, 60));
        assertThat(kind.letter(7)).isEqualTo(Letter.OVERDUE);
        assertThat(kind.unpaidAt()).isEmpty();
        var after = schedule(new DunningTerms(List.of(3, 20), List.of(), 10, Then.FREE, 60));
        assertThat(after.letter(3)).isEqualTo(Letter.LAST);
        assertThat(after.letter(20)).isEqualTo(Letter.OVERDUE);
    }

    private static Schedule schedule(DunningTerms terms) {
        return new Schedule(terms, DUE, BERLIN);
    }
}
