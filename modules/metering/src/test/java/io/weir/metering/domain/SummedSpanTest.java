package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.UsageReports.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummedSpanTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void whole_days_are_days_and_the_ragged_ends_are_hours() {
        var span = new SummedSpan(hours(17, 24 * 4 + 5), hour(24 * 3 + 2), new TreeSet<>());
        assertThat(span.days()).containsExactly(hours(24, 72));
        assertThat(span.besides()).containsExactly(hours(17, 24), hours(72, 74));
        assertThat(span.hours()).containsExactly(hours(17, 74));
        assertThat(span.open()).containsExactly(hours(74, 101));
    }

    @Test
    void a_changed_hour_is_read_from_the_rollups_and_its_day_by_hour() {
        var span = new SummedSpan(hours(0, 72), hour(72), new TreeSet<>(List.of(hour(30))));
        assertThat(span.days()).containsExactly(hours(0, 24), hours(48, 72));
        assertThat(span.besides()).containsExactly(hours(24, 30), hours(31, 48));
        assertThat(span.open()).containsExactly(hours(30, 31));
    }

    @Test
    void without_sums_everything_is_open() {
        var span = new SummedSpan(hours(3, 72), Instant.MIN, new TreeSet<>());
        assertThat(span.hours()).isEmpty();
        assertThat(span.open()).containsExactly(hours(3, 72));
    }

    /** In every zone, and when its clocks change, each hour of the span is read once. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Ho_Chi_Minh", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Berlin",
        "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham"})
    void each_hour_once(String zone) {
        var random = new Random(12);
        for (var day = LocalDate.of(2026, 3, 1); day.getYear() == 2026; day = day.plusDays(3)) {
            var from = day.atStartOfDay(ZoneId.of(zone)).toInstant();
            var until = day.plusDays(1 + random.nextInt(5)).atStartOfDay(ZoneId.of(zone)).toInstant();
            var asked = new SpanBuckets(new Span(from, until, ZoneId.of(zone), Span.Step.DAY)).rollupHours();
            var summedBefore = asked.from().plus(Duration.ofHours(random.nextInt(130)));
            var changed = new TreeSet<Instant>();
            for (int i = random.nextInt(3); i > 0; i--) {
                changed.add(asked.from().plus(Duration.ofHours(random.nextInt(100))));
            }
            assertReadsEachHourOnce(asked, new SummedSpan(asked, summedBefore, changed), summedBefore, changed);
        }
    }

    private static void assertReadsEachHourOnce(Stretch asked, SummedSpan span, Instant summedBefore,
            TreeSet<Instant> changed) {
        var groups = new ArrayList<>(each(span.days()));
        groups.addAll(each(span.besides()));
        assertThat(groups).containsExactlyInAnyOrderElementsOf(each(span.hours()));
        assertThat(groups).allMatch(hour -> hour.isBefore(summedBefore) && !changed.contains(hour));
        groups.addAll(each(span.open()));
        assertThat(groups).containsExactlyInAnyOrderElementsOf(each(List.of(asked)));
        assertThat(span.days()).allMatch(days -> days.from().getEpochSecond() % 86_400 == 0
                && days.until().getEpochSecond() % 86_400 == 0);
    }

    private static List<Instant> each(List<Stretch> stretches) {
        var hours = new ArrayList<Instant>();
        for (var stretch : stretches) {
            for (var at = stretch.from(); at.isBefore(stretch.until()); at = at.plus(Duration.ofHours(1))) {
                hours.add(at);
            }
        }
        return hours;
    }

    private static Stretch hours(int from, int until) {
        return new Stretch(hour(from), hour(until));
    }

    private static Instant hour(int number) {
        return MIDNIGHT.plus(Duration.ofHours(number));
    }
}
