package io.weir.billing.domain.analytics;

import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.RecurringMonth.Part;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What recurs at months' starts and ends, and why it changed between them, one account after another. Each account's
 * worth is rounded once; all figures are sums of these, so that they add up.
 */
public final class Movements {
    private final MonthEnds ends;
    private final List<Map<Kind, Part>> months = new ArrayList<>();
    private final Money[] yearly;

    private enum Kind { START, NEW, EXPANSION, CONTRACTION, CHURN, REACTIVATION, END }

    public Movements(MonthEnds ends) {
        this.ends = ends;
        this.yearly = new Money[ends.count()];
        for (int month = 0; month < ends.count(); month++) {
            months.add(new EnumMap<>(Kind.class));
            yearly[month] = zero();
        }
    }

    public void add(AccountPlans account) {
        for (int month = 0; month < ends.count(); month++) {
            var before = account.monthlyAt(ends.start(month), ends.currency());
            var after = account.monthlyAt(ends.end(month), ends.currency());
            count(month, Kind.START, before);
            count(month, Kind.END, after);
            if (!before.equals(after)) {
                count(month, kind(account, month, before, after), after.minus(before));
            }
            yearly[month] = yearly[month].plus(account.yearlyAt(ends.end(month), ends.currency()));
        }
    }

    private Kind kind(AccountPlans account, int month, Money before, Money after) {
        if (before.isZero()) {
            return account.hadPlanBefore(ends.start(month), ends.currency()) ? Kind.REACTIVATION : Kind.NEW;
        }
        if (after.isZero()) {
            return Kind.CHURN;
        }
        return after.compareTo(before) > 0 ? Kind.EXPANSION : Kind.CONTRACTION;
    }

    private void count(int month, Kind kind, Money amount) {
        if (!amount.isZero()) {
            months.get(month).merge(kind, new Part(1, amount),
                    (sum, one) -> new Part(sum.accounts() + 1, sum.amount().plus(one.amount())));
        }
    }

    public List<RecurringMonth> months() {
        return IntStream.range(0, ends.count()).mapToObj(this::month).toList();
    }

    private RecurringMonth month(int month) {
        // A month that begins just now has no length; its end is its start.
        var start = ends.start(month);
        var end = ends.end(month);
        var span = start.isBefore(end) ? Period.between(start, end) : Period.between(start, start.plusMillis(1));
        return new RecurringMonth(ends.month(month), span, part(month, Kind.START), part(month, Kind.NEW),
                part(month, Kind.EXPANSION), part(month, Kind.CONTRACTION), part(month, Kind.CHURN),
                part(month, Kind.REACTIVATION), part(month, Kind.END), yearly[month]);
    }

    private Part part(int month, Kind kind) {
        return months.get(month).getOrDefault(kind, new Part(0, zero()));
    }

    private Money zero() {
        return Money.zero(ends.currency());
    }
}
