package io.weir.billing.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Plan;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTermTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({"1, 0, 3000, 3000, 36000", "12, 0, 10000, 833, 10000", "12, 0, 100, 8, 100", "3, 0, 100, 33, 400",
        // 99.00 × 365.25 ÷ 12 ÷ 30 = 100.44375; 99.00 × 365.25 ÷ 30 = 1205.325.
        "0, 30, 9900, 10044, 120533", "0, 365, 36500, 3044, 36525", "0, 7, 1000, 4348, 52179"})
    void a_months_worth_is_exact_and_rounded_once(int months, int days, long net, long monthly, long yearly) {
        var term = new PlanTerm(months, days);
        assertThat(term.monthly(new Money(net, USD)).minor()).isEqualTo(monthly);
        assertThat(term.yearly(new Money(net, USD)).minor()).isEqualTo(yearly);
    }

    @Test
    void what_is_paid_once_recurs_never() {
        assertThat(PlanTerm.of(new Plan.Term("lifetime", OptionalInt.empty()))).isEmpty();
        assertThat(PlanTerm.of(new Plan.Term("year", OptionalInt.empty()))).contains(PlanTerm.ofMonths(12));
        assertThat(PlanTerm.of(new Plan.Term("days", OptionalInt.of(30)))).contains(PlanTerm.ofDays(30));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T10:00, 2026-02-28T10:00, 1, 0", "2026-02-28T10:00, 2026-03-31T10:00, 1, 0",
        "2026-03-15T10:00, 2026-04-15T10:00, 1, 0", "2024-02-29T10:00, 2025-02-28T10:00, 12, 0",
        "2026-03-15T10:00, 2026-04-14T10:00, 0, 30", "2026-03-15T10:00, 2026-03-15T18:00, 0, 1"})
    void a_period_whose_plan_nobody_knows_lasts_as_long_as_it_looks(LocalDateTime from, LocalDateTime until,
            int months, int days) {
        assertThat(PlanTerm.between(from.atZone(BERLIN).toInstant(), until.atZone(BERLIN).toInstant(), BERLIN))
                .isEqualTo(new PlanTerm(months, days));
    }
}
