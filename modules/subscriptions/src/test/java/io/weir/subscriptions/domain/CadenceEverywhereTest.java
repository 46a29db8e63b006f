package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Plan;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Monthly periods of every zone there is and every day of a month, over two years that hold a 29 February. */
class CadenceEverywhereTest {
    private static final YearMonth BEGIN = YearMonth.of(2027, 1);
    private static final int MONTHS = 24;
    private static final List<LocalTime> TIMES = List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(23, 59));

    @Test
    void monthsTileInEveryZoneFromEveryDay() {
        int periods = 0;
        for (var zone : ZoneId.getAvailableZoneIds()) {
            for (int day = 1; day <= 31; day++) {
                for (var time : TIMES) {
                    periods += new Case(ZoneId.of(zone), day, time).tile();
                }
            }
        }
        assertThat(periods).isGreaterThan(500 * 31 * TIMES.size() * MONTHS);
    }

    /** A zone and when in a month its periods begin. */
    private record Case(ZoneId zone, int day, LocalTime time) {
        int tile() {
            var cadence = new Cadence(new Plan.Term("month", OptionalInt.empty()), zone);
            var anchor = BEGIN.atDay(day).atTime(time).atZone(zone).toInstant();
            var period = cadence.first(anchor);
            holds(period.from().equals(anchor), "begins at its anchor", period);
            for (int month = 1; month <= MONTHS; month++) {
                holds(period.from().isBefore(end(period)), "has a length", period);
                holds(isBoundary(end(period), anchor, month), "ends on the anchor's day", period);
                var next = cadence.after(anchor, end(period));
                holds(next.from().equals(end(period)), "is followed without gap or overlap", period);
                period = next;
            }
            return MONTHS;
        }

        /**
         * The same day of the month and time of day, clipped at the month's end. Where clocks skip that time it is as
         * much later; where they repeat it, either will do.
         */
        private boolean isBoundary(Instant end, Instant anchor, int month) {
            var began = anchor.atZone(zone).toLocalDateTime();
            var target = BEGIN.plusMonths(month);
            var local = target.atDay(Math.min(began.getDayOfMonth(), target.lengthOfMonth()))
                    .atTime(began.toLocalTime());
            var offsets = zone.getRules().getValidOffsets(local);
            return offsets.isEmpty() ? end.equals(local.atZone(zone).toInstant())
                    : offsets.stream().anyMatch(offset -> end.equals(local.toInstant(offset)));
        }

        private void holds(boolean holds, String what, Period period) {
            if (!holds) {
                fail("%s, anchor day %d at %s: %s %s", zone, day, time, period, what);
            }
        }

        private static Instant end(Period period) {
            return period.until().orElseThrow();
        }
    }
}
