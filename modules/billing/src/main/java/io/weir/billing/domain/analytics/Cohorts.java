package io.weir.billing.domain.analytics;

import io.weir.billing.api.Cohort;
import io.weir.billing.api.Cohort.Kept;
import io.weir.kernel.api.Money;
import java.util.List;
import java.util.stream.IntStream;

/** Accounts by the month of their first paid invoice for a plan, one after another, and what became of them. */
public final class Cohorts {
    private final MonthEnds ends;
    private final long[] accounts;
    /** By cohort, then by month. */
    private final long[][] kept;
    private final long[][] worth;

    public Cohorts(MonthEnds ends) {
        this.ends = ends;
        this.accounts = new long[ends.count()];
        this.kept = new long[ends.count()][ends.count()];
        this.worth = new long[ends.count()][ends.count()];
    }

    public void add(AccountPlans account) {
        account.firstPaid(ends.currency()).map(ends::number).filter(month -> month >= 0 && month < ends.count())
                .ifPresent(cohort -> add(account, cohort));
    }

    private void add(AccountPlans account, int cohort) {
        accounts[cohort]++;
        for (int month = cohort; month < ends.count(); month++) {
            var monthly = account.monthlyAt(ends.end(month), ends.currency());
            kept[cohort][month] += monthly.isZero() ? 0 : 1;
            worth[cohort][month] = Math.addExact(worth[cohort][month], monthly.minor());
        }
    }

    /** Months in which nobody began have none. */
    public List<Cohort> cohorts() {
        return IntStream.range(0, ends.count()).filter(cohort -> accounts[cohort] > 0)
                .mapToObj(cohort -> new Cohort(ends.month(cohort), accounts[cohort],
                        IntStream.range(cohort, ends.count()).mapToObj(month -> new Kept(kept[cohort][month],
                                new Money(worth[cohort][month], ends.currency()))).toList())).toList();
    }
}
