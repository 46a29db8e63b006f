package io.weir.billing.domain.analytics;

import static io.weir.billing.domain.analytics.Accounts.day;
import static io.weir.billing.domain.analytics.Accounts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.Cohort;
import io.weir.billing.api.Cohort.Kept;
import io.weir.billing.api.RevenueAnalytics.Months;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortsTest {
    @Test
    void who_paid_first_in_a_month_is_followed_to_now() {
        var cohorts = of(
                new Accounts().month("01-10", "02-10", 3000).month("02-10", "03-10", 6000).plans(),
                new Accounts().month("01-20", "02-20", 1000).plans(),
                new Accounts().month("03-05", "04-05", 2000).plans(),
                new Accounts().open("01-05", "01-10", "02-10", 7000).plans());
        assertThat(cohorts).containsExactly(
                new Cohort(YearMonth.of(2026, 1), 2, List.of(kept(2, 4000), kept(1, 6000), kept(0, 0))),
                new Cohort(YearMonth.of(2026, 3), 1, List.of(kept(1, 2000))));
        assertThat(cohorts.get(0).accountRetention(1)).hasValueSatisfying(share ->
                assertThat(share).isEqualByComparingTo("50.0"));
        assertThat(cohorts.get(0).revenueRetention(1)).hasValueSatisfying(share ->
                assertThat(share).isEqualByComparingTo("150.0"));
    }

    @Test
    void who_began_earlier_or_later_is_in_none_of_them() {
        assertThat(of(new Accounts().month("04-01", "05-01", 3000).plans())).isEmpty();
    }

    private static Kept kept(long accounts, long cents) {
        return new Kept(accounts, usd(cents));
    }

    private static List<Cohort> of(AccountPlans... accounts) {
        var cohorts = new Cohorts(new MonthEnds(new Months(Accounts.USD, YearMonth.of(2026, 1), YearMonth.of(2026, 3)),
                ZoneOffset.UTC, day("03-15")));
        List.of(accounts).forEach(cohorts::add);
        return cohorts.cohorts();
    }
}
