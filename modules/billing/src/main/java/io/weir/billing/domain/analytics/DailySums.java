package io.weir.billing.domain.analytics;

import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RecognisedRevenue.Balance;
import io.weir.billing.api.RecognisedRevenue.Day;
import io.weir.billing.api.RevenueAnalytics.Days;
import io.weir.kernel.api.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** Billed and earned of a span's days, one line after another. */
public final class DailySums {
    private final Days span;
    private final long[] billed;
    private final long[] recognised;
    private final Standing before;
    private final Standing after;

    public DailySums(Days span) {
        int days = (int) ChronoUnit.DAYS.between(span.from(), span.to()) + 1;
        this.span = span;
        this.billed = new long[days];
        this.recognised = new long[days];
        this.before = new Standing(span.from().minusDays(1));
        this.after = new Standing(span.to());
    }

    public void add(BilledLine line) {
        line.spreads().forEach(this::add);
    }

    private void add(Spread spread) {
        if (!spread.billed().isBefore(span.from()) && !spread.billed().isAfter(span.to())) {
            billed[number(spread.billed())] += spread.amount();
        }
        var first = spread.first().isBefore(span.from()) ? span.from() : spread.first();
        var last = spread.last().isAfter(span.to()) ? span.to() : spread.last();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            recognised[number(day)] += spread.on(day);
        }
        before.add(spread);
        after.add(spread);
    }

    private int number(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(span.from(), day);
    }

    public RecognisedRevenue sums() {
        return new RecognisedRevenue(before.balance(), IntStream.range(0, billed.length).mapToObj(day ->
                new Day(span.from().plusDays(day), money(billed[day]), money(recognised[day]))).toList(),
                after.balance());
    }

    private Money money(long minor) {
        return new Money(minor, span.currency());
    }

    /** How it stands as a day ends. */
    private final class Standing {
        private final LocalDate day;
        private long deferred;
        private long unbilled;

        private Standing(LocalDate day) {
            this.day = day;
        }

        private void add(Spread spread) {
            long earned = spread.through(day);
            if (spread.billed().isAfter(day)) {
                unbilled += earned;
            } else {
                deferred += spread.amount() - earned;
            }
        }

        private Balance balance() {
            return new Balance(money(deferred), money(unbilled));
        }
    }
}
