package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.domain.History.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final AccountId account = new AccountId(UUID.randomUUID());
    private final StoredPlan plan = Rows.plan("pro", "month", "30", 1, Map.of("calls", 1_000L));
    private final StoredPlan other = Rows.plan("basic", "month", "10", 1, Map.of("calls", 100L));

    @Test
    void aPeriodThatTheAccountHadStaysWhatItWasAndTheRestIsCutAtItsBoundaries() {
        var run = run(plan, "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        var pieces = cut(span("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"), List.of(run));
        assertThat(pieces).extracting(Piece::from).extracting(Instant::toString).containsExactly(
                "2026-01-01T00:00:00Z", "2026-01-10T09:30:00Z", "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        assertThat(pieces).extracting(Piece::isWhole).containsExactly(false, true, true, false);
        assertThat(pieces).extracting(piece -> piece.had().isPresent()).containsExactly(false, false, true, false);
        assertThat(pieces.get(3).until()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(pieces.get(3).planned()).contains(Instant.parse("2026-04-10T08:30:00Z"));
    }

    @Test
    void otherPlansOnlySayWhereToCut() {
        var run = run(other, "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        var pieces = cut(span("2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"), List.of(run));
        assertThat(pieces).extracting(Piece::from).extracting(Instant::toString).containsExactly(
                "2026-02-01T00:00:00Z", "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.had()).isEmpty());
    }

    @Test
    void onePeriodThatWasLeftEarlyIsTakenAsGoneOn() {
        var run = run(plan, "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        run.period().close(Instant.parse("2026-02-20T00:00:00Z"));
        var pieces = cut(span("2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z"), List.of(run));
        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.isWhole()).isTrue();
            assertThat(piece.had()).isEmpty();
        });
    }

    @Test
    void aPeriodThatReachesBeyondTheSpanIsNotWholeInIt() {
        var run = run(plan, "2026-02-10T09:30:00Z", "2026-03-10T09:30:00Z");
        var pieces = cut(span("2026-02-10T09:30:00Z", "2026-03-10T09:29:59Z"), List.of(run));
        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.isWhole()).isFalse();
            assertThat(piece.had()).isEmpty();
            assertThat(piece.planned()).contains(Instant.parse("2026-03-10T09:30:00Z"));
        });
    }

    @Test
    void whoHadNothingBeginsWithTheSpanAndMonthsAreClippedFromThere() {
        var pieces = cut(span("2026-01-31T00:00:00Z", "2026-05-01T00:00:00Z"), List.of());
        assertThat(pieces).extracting(Piece::from)
                .extracting(from -> from.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-30", "2026-04-29");
    }

    @Test
    void aFreePlanThatRestedUnderAPaidOneWasNotHad() {
        var free = Rows.monthlyFree();
        var span = span("2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z");
        var subscription = StoredSubscription.free(UUID.randomUUID(), account, free, span);
        var february = new Run(subscription, new StoredPeriod(UUID.randomUUID(), subscription.id(),
                span("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"), free));
        var march = new Run(subscription, new StoredPeriod(UUID.randomUUID(), subscription.id(),
                span("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"), free));
        var paid = run(plan, "2026-02-20T00:00:00Z", "2026-02-25T00:00:00Z");
        var pieces = Cuts.of(new Cadence(free.toPlan().term(), ZoneOffset.UTC), span, free.id(),
                List.of(february, paid, march), this::had);
        assertThat(pieces).extracting(piece -> piece.had().isPresent()).containsExactly(false, true);
    }

    @Test
    void aPlanWithoutEndIsOnePiece() {
        var forGood = new Cadence(new Plan.Term("lifetime", OptionalInt.empty()), BERLIN);
        assertThat(Cuts.of(forGood, span("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), plan.id(), List.of(),
                this::had)).singleElement().satisfies(piece -> assertThat(piece.planned()).isEmpty());
    }

    @Test
    void boundariesLieBeforeTheAnchorToo() {
        var days = new Cadence(new Plan.Term("days", OptionalInt.of(30)), ZoneOffset.UTC);
        var anchor = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(days.next(anchor, anchor.minus(Duration.ofDays(45)))).contains(anchor.minus(Duration.ofDays(30)));
        assertThat(days.isBoundary(anchor, anchor.minus(Duration.ofDays(60)))).isTrue();
        assertThat(days.isBoundary(anchor, anchor.plus(Duration.ofDays(1)))).isFalse();
    }

    private List<Piece> cut(Period span, List<Run> runs) {
        return Cuts.of(new Cadence(plan.toPlan().term(), BERLIN), span, plan.id(), runs, this::had);
    }

    private Piece had(Run run) {
        var until = run.period().over().orElseThrow();
        return new Piece(run.period().from(), until, Optional.of(until), Optional.of(new Priced(run.period().id(),
                account, run.subscription().id(), plan.toPlan(), run.period().from(), until, true, "source",
                Optional.empty())));
    }

    private Run run(StoredPlan of, String from, String until) {
        var period = span(from, until);
        var subscription = StoredSubscription.paid(UUID.randomUUID(), account, of, period, "cause");
        return new Run(subscription, new StoredPeriod(UUID.randomUUID(), subscription.id(), period, of));
    }

    private static Period span(String from, String until) {
        return Period.between(Instant.parse(from), Instant.parse(until));
    }
}
