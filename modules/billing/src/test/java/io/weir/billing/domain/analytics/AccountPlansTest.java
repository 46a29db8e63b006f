package io.weir.billing.domain.analytics;

import static io.weir.billing.domain.analytics.Accounts.day;
import static io.weir.billing.domain.analytics.Accounts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.domain.analytics.AccountPlans.Held;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountPlansTest {
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID NEXT = UUID.randomUUID();

    @Test
    void what_recurs_is_the_subscriptions_that_the_line_was_for() {
        var account = new Accounts().under(FIRST).month("01-01", "02-01", 3_000).under(NEXT)
                .plan(PlanTerm.ofMonths(12), "01-15", "12-15", usd(12_000)).plans();
        assertThat(account.monthlyOf(new Held(FIRST, "basic", false), day("01-10"))).contains(usd(3_000));
        assertThat(account.monthlyOf(new Held(NEXT, "basic", false), day("01-10"))).isEmpty();
        assertThat(account.monthlyOf(new Held(FIRST, "basic", false), day("01-20"))).isEmpty();
        assertThat(account.monthlyOf(new Held(NEXT, "basic", true), day("01-20"))).contains(usd(1_000));
    }

    @Test
    void one_that_runs_on_an_invoice_of_the_one_before_has_it_and_that_one_has_not() {
        var account = new Accounts().under(FIRST).month("01-01", "02-01", 3_000).plans();
        assertThat(account.monthlyOf(new Held(NEXT, "basic", true), day("01-10"))).contains(usd(3_000));
        assertThat(account.monthlyOf(new Held(FIRST, "other", false), day("01-10"))).isEmpty();
    }

    @Test
    void nothing_recurs_of_what_was_given_back_or_is_over() {
        var account = new Accounts().under(FIRST)
                .month("01-01", "02-01", 3_000, Accounts.back("01-05", 3_000)).plans();
        assertThat(account.monthlyOf(new Held(FIRST, "basic", true), day("01-04"))).contains(usd(3_000));
        assertThat(account.monthlyOf(new Held(FIRST, "basic", true), day("01-06"))).isEmpty();
        assertThat(account.monthlyOf(new Held(FIRST, "basic", true), day("02-02"))).isEmpty();
    }
}
