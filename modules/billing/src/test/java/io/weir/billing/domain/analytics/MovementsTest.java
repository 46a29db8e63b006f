package io.weir.billing.domain.analytics;

import static io.weir.billing.domain.analytics.Accounts.back;
import static io.weir.billing.domain.analytics.Accounts.day;
import static io.weir.billing.domain.analytics.Accounts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.RecurringMonth;
import io.weir.billing.api.RecurringMonth.Part;
import io.weir.billing.api.RevenueAnalytics.Months;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MovementsTest {
    @Test
    void an_account_is_new_pays_more_then_less_leaves_and_comes_back() {
        var months = of(new Accounts().month("01-10", "02-10", 3000).month("02-10", "03-10", 9000)
                .month("03-10", "04-10", 2000).month("06-20", "07-20", 3000).plans());
        assertThat(months.get(0).newly()).isEqualTo(new Part(1, usd(3000)));
        assertThat(months.get(0).end().amount()).isEqualTo(usd(3000));
        assertThat(months.get(1).expansion()).isEqualTo(new Part(1, usd(6000)));
        assertThat(months.get(2).contraction()).isEqualTo(new Part(1, usd(-7000)));
        assertThat(months.get(3).churn()).isEqualTo(new Part(1, usd(-2000)));
        assertThat(months.get(4).start()).isEqualTo(new Part(0, usd(0)));
        assertThat(months.get(5).reactivation()).isEqualTo(new Part(1, usd(3000)));
        assertThat(months.get(5).newly()).isEqualTo(new Part(0, usd(0)));
        assertThat(months.get(5).yearly()).isEqualTo(usd(36000));
        assertThat(months.get(2).revenueChurn()).hasValueSatisfying(churn ->
                assertThat(churn).isEqualByComparingTo("77.8"));
        assertThat(months.get(3).accountChurn()).hasValueSatisfying(churn ->
                assertThat(churn).isEqualByComparingTo("100.0"));
        assertThat(months.get(0).netRetention()).isEmpty();
    }

    @Test
    void the_running_month_goes_until_now() {
        var plans = new Accounts().month("07-05", "08-05", 3000).plans();
        assertThat(of(plans).get(6).end().amount()).as("on the 15th").isEqualTo(usd(3000));
        assertThatThrownBy(() -> new MonthEnds(new Months(Accounts.USD, YearMonth.of(2026, 1), YearMonth.of(2026, 8)),
                ZoneOffset.UTC, day("07-15"))).isInstanceOf(RefusedException.class);
    }

    @Test
    void an_upgrade_takes_the_old_plans_place_and_what_was_set_off_is_no_loss() {
        var plans = new Accounts().month("01-10", "02-10", 3000).month("01-25", "02-25", 9000).plans();
        assertThat(of(plans).get(0).end().amount()).isEqualTo(usd(9000));
        assertThat(of(plans).get(1).churn().amount()).isEqualTo(usd(-9000));
    }

    @Test
    void what_is_given_back_counts_from_then_on() {
        var part = new Accounts().month("01-10", "03-10", 3000, back("02-05", 1000)).plans();
        assertThat(of(part).get(0).end().amount()).isEqualTo(usd(3000));
        assertThat(of(part).get(1).contraction().amount()).isEqualTo(usd(-1000));
        var all = new Accounts().month("01-10", "03-10", 3000, back("02-05", 3000)).plans();
        assertThat(of(all).get(1).churn().amount()).isEqualTo(usd(-3000));
        var again = new Accounts().month("01-10", "02-10", 3000, back("01-15", 3000)).month("05-10", "06-10", 3000)
                .plans();
        assertThat(of(again).get(4).newly().amount()).as("it had nothing before").isEqualTo(usd(3000));
    }

    @Test
    void an_invoice_withdrawn_before_its_time_neither_counts_nor_hides_another() {
        var upgraded = new Accounts().month("01-10", "02-10", 3000).open("02-03", "02-10", "03-10", 3000,
                back("02-05", 3000)).month("02-05", "03-05", 9000).plans();
        assertThat(of(upgraded).get(1).end().amount()).isEqualTo(usd(9000));
        var resumed = new Accounts().open("02-01", "02-10", "03-10", 3000, back("02-05", 3000))
                .open("02-06", "02-10", "03-10", 3000).plans();
        assertThat(of(resumed).get(1).end().amount()).isEqualTo(usd(3000));
    }

    @Test
    void a_year_and_thirty_days_are_what_a_month_of_them_is() {
        var plans = new Accounts().plan(PlanTerm.ofMonths(12), "01-10", "12-31", usd(10000)).plans();
        assertThat(of(plans).get(6).end().amount()).isEqualTo(usd(833));
        assertThat(of(plans).get(6).yearly()).isEqualTo(usd(10000));
    }

    @Test
    void another_currency_is_another_set() {
        var vnd = Currency.getInstance("VND");
        var plans = new Accounts().month("01-10", "02-10", 3000)
                .plan(PlanTerm.ofMonths(1), "02-10", "03-10", new Money(99_000, vnd)).plans();
        assertThat(of(plans).get(1).churn().amount()).isEqualTo(usd(-3000));
        var dong = new Movements(new MonthEnds(new Months(vnd, YearMonth.of(2026, 2), YearMonth.of(2026, 2)),
                ZoneOffset.UTC, day("07-15")));
        dong.add(plans);
        assertThat(dong.months().get(0).newly().amount()).isEqualTo(new Money(99_000, vnd));
    }

    @Test
    void a_start_and_its_movements_are_the_end_and_the_next_start_whatever_was_billed() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var movements = new Movements(ends());
            int accounts = 1 + random.nextInt(8);
            for (int i = 0; i < accounts; i++) {
                movements.add(anything(random));
            }
            var months = movements.months();
            for (int i = 0; i < months.size(); i++) {
                var month = months.get(i);
                var sum = List.of(month.newly(), month.expansion(), month.contraction(), month.churn(),
                        month.reactivation()).stream().map(Part::amount).reduce(month.start().amount(), Money::plus);
                assertThat(sum).as("seed " + seed).isEqualTo(month.end().amount());
                assertThat(month.start().accounts() + month.newly().accounts() + month.reactivation().accounts()
                        - month.churn().accounts()).as("seed " + seed).isEqualTo(month.end().accounts());
                if (i > 0) {
                    assertThat(month.start()).isEqualTo(months.get(i - 1).end());
                }
            }
        }
    }

    private static AccountPlans anything(Random random) {
        var lines = new ArrayList<PlanLine>();
        int many = random.nextInt(6);
        for (int i = 0; i < many; i++) {
            var from = day("01-01").plus(Duration.ofHours(random.nextInt(24 * 200)));
            var net = usd(random.nextInt(5) * 1000L + random.nextInt(3));
            var term = random.nextBoolean() ? PlanTerm.ofMonths(1 + random.nextInt(12))
                    : PlanTerm.ofDays(1 + random.nextInt(90));
            var backs = random.nextInt(3) > 0 ? List.<PlanLine.Back>of()
                    : List.of(new PlanLine.Back(from.plus(Duration.ofHours(random.nextInt(500) - 100)),
                    usd(-random.nextLong(net.minor() + 1))));
            lines.add(new PlanLine(UUID.randomUUID(), Optional.empty(), "basic", from, Optional.of(from),
                    Period.between(from, from.plus(Duration.ofDays(1 + random.nextInt(90)))), term, net, backs));
        }
        return new AccountPlans(new AccountId(UUID.randomUUID()), lines);
    }

    private static List<RecurringMonth> of(AccountPlans... accounts) {
        var movements = new Movements(ends());
        List.of(accounts).forEach(movements::add);
        return movements.months();
    }

    /** The first seven months of the year, on the 15th of the seventh. */
    private static MonthEnds ends() {
        Instant now = day("07-15");
        return new MonthEnds(new Months(Accounts.USD, YearMonth.of(2026, 1), YearMonth.of(2026, 7)), ZoneOffset.UTC,
                now);
    }
}
