package io.weir.billing.domain.analytics;

import io.weir.billing.api.RevenueAnalytics.Months;
import io.weir.kernel.api.Refusal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/** Months one after another, by a tenant's calendar. The running one ends now. */
public record MonthEnds(Months months, ZoneId zone, Instant now) {
    /** Refused: {@code VALIDATION_FAILED} for months that have not begun. */
    public MonthEnds {
        if (start(months.to(), zone).isAfter(now)) {
            throw Refusal.invalidField("to", "OUT_OF_RANGE").asException();
        }
    }

    int count() {
        return (int) ChronoUnit.MONTHS.between(months.from(), months.to()) + 1;
    }

    YearMonth month(int number) {
        return months.from().plusMonths(number);
    }

    Instant start(int number) {
        return start(month(number), zone);
    }

    Instant end(int number) {
        var end = start(month(number).plusMonths(1), zone);
        return end.isAfter(now) ? now : end;
    }

    /** The latest moment that is asked about. */
    public Instant last() {
        return end(count() - 1);
    }

    /** Which of them a moment is in; below zero or beyond the last where it is in none. */
    int number(Instant moment) {
        return (int) ChronoUnit.MONTHS.between(months.from(), YearMonth.from(moment.atZone(zone)));
    }

    Currency currency() {
        return months.currency();
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
