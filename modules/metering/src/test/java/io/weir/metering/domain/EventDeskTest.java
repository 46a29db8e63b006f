package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.TENANT;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Decision;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.Overage;
import io.weir.metering.api.UsageEvents.Ack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDeskTest extends GateFixture {
    private static final Instant EARLIER = NOON.minusSeconds(1800);

    @Test
    void an_event_is_counted_once_at_its_time() {
        with(allowance(1, 10, forEver()));
        assertThat(report("e1", EARLIER, 3)).isEqualTo(new Ack.Accepted(id(100)));
        assertThat(changes.usages()).containsExactly(new Usage(id(100), new Claim(ACME, CALLS, EARLIER), 3, 0, 1, 7,
                FACTS, Optional.empty()));
        assertThat(changes.events()).hasSize(1);
        assertThat(report("e1", EARLIER, 3)).isEqualTo(new Ack.Duplicate(id(100)));
        assertThat(changes.isEmpty()).isTrue();
        assertThat(report("e1", EARLIER, 4)).isEqualTo(new Ack.Conflict(id(100)));
        assertThat(figuresOf(1).used()).isEqualTo(3);
    }

    @Test
    void the_same_in_one_batch_is_counted_once_too() {
        with(allowance(1, 10, forEver()));
        var one = event("e1", NOON, 3, LateEvents.REOPEN);
        var answers = decide(one, one, event("e1", NOON, 5, LateEvents.REOPEN), event("e2", NOON, 3,
                LateEvents.REOPEN));
        assertThat(answers).containsExactly(new Answer.Reported(new Ack.Accepted(id(100))),
                new Answer.Reported(new Ack.Duplicate(id(100))), new Answer.Reported(new Ack.Conflict(id(100))),
                new Answer.Reported(new Ack.Accepted(id(101))));
        assertThat(figuresOf(1).used()).isEqualTo(6);
    }

    @Test
    void what_does_not_fit_whole_is_rejected_and_may_come_again() {
        with(allowance(1, 10, forEver()));
        charge(8);
        assertThat(report("e1", NOON, 3)).isEqualTo(new Ack.Rejected("QUOTA_EXCEEDED"));
        assertThat(changes.isEmpty()).isTrue();
        with(allowance(ACME, 1, figures(11, 8, 0), forEver()));
        assertThat(report("e1", NOON, 3)).isInstanceOf(Ack.Accepted.class);
    }

    @Test
    void the_rest_is_overage_where_the_rule_allows() {
        with(allowance(ACME, 1, new Figures(10, 0, 0, 0, Overage.parse("20%")), forEver()));
        assertThat(report("e1", NOON, 13)).isEqualTo(new Ack.Rejected("QUOTA_EXCEEDED"));
        assertThat(report("e2", NOON, 12)).isInstanceOf(Ack.Accepted.class);
        assertThat(changes.usages().get(0)).extracting(Usage::quantity, Usage::overage, Usage::balanceAfter)
                .containsExactly(12L, 2L, 0L);
        assertThat(charge(1)).isInstanceOf(Decision.Exhausted.class);
    }

    @ParameterizedTest
    @CsvSource({"300, accepted", "301, EVENT_IN_FUTURE", "-34560000, EVENT_TOO_OLD", "-34559999, QUOTA_EXCEEDED"})
    void neither_from_the_future_nor_older_than_what_is_kept(long seconds, String outcome) {
        with(allowance(1, 10, forEver()));
        var ack = report(event("e1", NOON.plusSeconds(seconds).minusMillis(seconds < -34559999 ? 1 : 0), 1,
                LateEvents.REOPEN));
        if (outcome.equals("accepted")) {
            assertThat(ack).isInstanceOf(Ack.Accepted.class);
            assertThat(changes.usages().get(0).at()).as("nothing is used before its time").isEqualTo(NOON);
        } else {
            assertThat(ack).isEqualTo(new Ack.Rejected(outcome));
        }
    }

    @Test
    void a_late_event_reopens_the_period_in_which_it_happened() {
        with(allowance(1, 10, until(NOON.minusSeconds(60))), allowance(2, 10, forEverFrom(NOON.minusSeconds(60))));
        assertThat(report("e1", EARLIER, 3)).isInstanceOf(Ack.Accepted.class);
        assertThat(figuresOf(1).used()).isEqualTo(3);
        assertThat(figuresOf(2).used()).isZero();
        assertThat(changes.usages().get(0).balanceAfter()).isEqualTo(7);
        assertThat(report("e2", EARLIER, 8)).as("it takes nothing of the next").isInstanceOf(Ack.Rejected.class);
    }

    @Test
    void or_goes_into_the_period_that_runs() {
        with(allowance(1, 10, until(NOON.minusSeconds(60))), allowance(2, 10, forEverFrom(NOON.minusSeconds(60))));
        report(event("e1", EARLIER, 3, LateEvents.NEXT_PERIOD));
        assertThat(figuresOf(2).used()).isEqualTo(3);
        assertThat(changes.usages().get(0).at()).isEqualTo(NOON);
        report(event("e2", NOON.minusSeconds(30), 3, LateEvents.NEXT_PERIOD));
        assertThat(changes.usages().get(0).at()).as("the same period").isEqualTo(NOON.minusSeconds(30));
    }

    @Test
    void a_closed_period_stays_closed_whatever_else_is_in_the_batch() {
        with(allowance(1, 10, until(NOON.minusSeconds(60))), allowance(2, 10, forEver()));
        decide(event("e1", EARLIER, 3, LateEvents.NEXT_PERIOD), event("e2", EARLIER, 2, LateEvents.REOPEN));
        assertThat(figuresOf(1).used()).isEqualTo(2);
        assertThat(figuresOf(2).used()).isEqualTo(3);
        assertThat(changes.usages().get(0).at()).isEqualTo(EARLIER);
    }

    @Test
    void revoked_credentials_report_nothing() {
        with(allowance(1, 10, forEver()));
        tables.credentialEpoch = 5;
        var event = event("e1", NOON, 3, LateEvents.REOPEN);
        assertThat(report(new Ask.Report(TENANT, event.event(), LateEvents.REOPEN, OLDEST, 4)))
                .isEqualTo(new Ack.Stale());
        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void keys_tell_source_and_id_apart() {
        assertThat(EventKey.of("ab", "c")).isNotEqualTo(EventKey.of("a", "bc"));
        assertThat(EventKey.of("ab", "c").hex()).hasSize(64).isEqualTo(EventKey.of("ab", "c").hex());
    }

    @Test
    void only_events_make_a_batch_read_more() {
        var plain = Agenda.of(List.of(new Ask.Charge(demand(ACME, 1), FACTS)));
        assertThat(plain.events()).isEmpty();
        assertThat(plain.since(TENANT, NOON)).isEqualTo(NOON);
        var late = Agenda.of(List.of(event("a", EARLIER, 1, LateEvents.REOPEN), event("b",
                NOON.minusSeconds(9999), 1, LateEvents.NEXT_PERIOD), event("c", NOON.plusSeconds(9), 1,
                LateEvents.REOPEN)));
        assertThat(late.since(TENANT, NOON)).isEqualTo(EARLIER);
        var ancient = Agenda.of(List.of(event("a", Instant.MIN, 1, LateEvents.REOPEN)));
        assertThat(ancient.since(TENANT, NOON)).isEqualTo(OLDEST);
    }

    private static Lifetime forEverFrom(Instant start) {
        return new Lifetime(start, Optional.empty(), Optional.empty(), Optional.empty(), start);
    }
}
