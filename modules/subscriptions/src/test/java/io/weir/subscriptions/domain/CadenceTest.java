package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "month, 2026-01-31T10:00, 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "month, 2024-01-31T10:00, 2024-02-29 2024-03-31",
        "month, 2026-10-15T00:00, 2026-11-15 2026-12-15 2027-01-15",
        "month, 2026-12-30T23:59, 2027-01-30 2027-02-28 2027-03-30",
        "year, 2024-02-29T08:00, 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
    })
    void countsMonthsAndYearsFromTheAnchor(String interval, String begin, String ends) {
        var zone = SAIGON;
        var anchor = LocalDateTime.parse(begin).atZone(zone).toInstant();
        var cadence = new Cadence(new Plan.Term(interval, OptionalInt.empty()), zone);
        var period = cadence.first(anchor);
        for (var end : ends.split(" ")) {
            var until = period.until().orElseThrow();
            assertThat(until.atZone(zone).toLocalDate()).isEqualTo(LocalDate.parse(end));
            assertThat(until.atZone(zone).toLocalTime()).isEqualTo(LocalDateTime.parse(begin).toLocalTime());
            period = cadence.after(anchor, until);
            assertThat(period.from()).isEqualTo(until);
        }
    }

    @Test
    void theDayIsTheTenantsNotUtcs() {
        var firstOfMarchAtHome = Instant.parse("2026-02-28T20:00:00Z");
        assertThat(monthly(SAIGON).first(firstOfMarchAtHome).until()).contains(Instant.parse("2026-03-31T20:00:00Z"));
    }

    @Test
    void aDayOfSummerTimeHasTwentyThreeHours() {
        var evening = Instant.parse("2026-03-28T11:00:00Z");
        assertThat(days(1, BERLIN).first(evening))
                .isEqualTo(Period.between(evening, evening.plus(Duration.ofHours(23))));
        assertThat(days(30, SAIGON).first(evening))
                .isEqualTo(Period.between(evening, evening.plus(Duration.ofDays(30))));
    }

    @Test
    void daysKeepTheAnchorsHourAcrossTheGap() {
        var anchor = LocalDateTime.parse("2026-03-28T02:30").atZone(BERLIN).toInstant();
        var cadence = days(1, BERLIN);
        var inTheGap = cadence.first(anchor).until().orElseThrow();
        assertThat(inTheGap).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(cadence.after(anchor, inTheGap).until()).contains(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void lifetimeNeverEnds() {
        var now = Instant.parse("2026-11-01T00:00:00Z");
        var cadence = new Cadence(new Plan.Term("lifetime", OptionalInt.empty()), SAIGON);
        assertThat(cadence.first(now)).isEqualTo(Period.since(now));
        assertThat(cadence.containing(now, Period.since(now), now.plus(Duration.ofDays(9_999))))
                .isEqualTo(Period.since(now));
    }

    @Test
    void missedMonthsAreCaughtUp() {
        var anchor = Instant.parse("2026-01-31T03:00:00Z");
        var cadence = monthly(SAIGON);
        var first = cadence.first(anchor);
        assertThat(cadence.containing(anchor, first, anchor)).isEqualTo(first);
        assertThat(cadence.containing(anchor, first, first.until().orElseThrow()).from())
                .isEqualTo(first.until().orElseThrow());
        assertThat(cadence.containing(anchor, first, Instant.parse("2027-03-05T00:00:00Z")))
                .isEqualTo(Period.between(Instant.parse("2027-02-28T03:00:00Z"),
                Instant.parse("2027-03-31T03:00:00Z")));
    }

    @Test
    void aTenantThatMovesWestGetsNoPeriodOfAFewHours() {
        var anchor = LocalDateTime.parse("2026-01-15T00:00").atZone(SAIGON).toInstant();
        var boundary = monthly(SAIGON).first(anchor).until().orElseThrow();
        var moved = monthly(ZoneId.of("America/New_York")).after(anchor, boundary);
        assertThat(Duration.between(moved.from(), moved.until().orElseThrow())).isGreaterThan(Duration.ofDays(26));
    }

    @Test
    void periodsOfTenYearsHaveNeitherGapsNorOverlaps() {
        for (var cadence : new Cadence[] {monthly(BERLIN), days(7, BERLIN), days(1, BERLIN), days(2, SAIGON)}) {
            var anchor = Instant.parse("2020-08-31T22:30:00Z");
            var starts = new ArrayList<Instant>();
            for (var period = cadence.first(anchor); starts.size() < 500;) {
                starts.add(period.from());
                period = cadence.after(anchor, period.until().orElseThrow());
            }
            assertThat(starts).isSorted().doesNotHaveDuplicates();
            assertThat(cadence.containing(anchor, cadence.first(anchor), starts.get(400)).from())
                    .isEqualTo(starts.get(400));
        }
    }

    private static Cadence monthly(ZoneId zone) {
        return new Cadence(new Plan.Term("month", OptionalInt.empty()), zone);
    }

    private static Cadence days(int days, ZoneId zone) {
        return new Cadence(new Plan.Term("days", OptionalInt.of(days)), zone);
    }
}
