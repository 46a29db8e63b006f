package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Pricing;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanShelfTest {
    private static final Plan FREE = plan("free", "free", "month", 0);
    private static final Plan MONTHLY = plan("pro", "pro", "month", 2_900);
    private static final Plan YEARLY = plan("pro-yearly", "pro", "year", 29_000);
    private static final Plan ALONE = plan("basic", "basic", "month", 900);
    private static final List<Plan> ALL = List.of(FREE, YEARLY, MONTHLY, ALONE);

    @Test
    void a_family_is_shown_once_for_the_term_that_is_looked_at() {
        var shelf = PlanShelf.of(ALL, Optional.empty(), Optional.empty());
        assertThat(shelf.terms()).containsExactly("month", "year");
        assertThat(shelf.shown()).containsExactly(FREE, MONTHLY, ALONE);
        assertThat(PlanShelf.of(ALL, Optional.of("year"), Optional.empty()).shown())
                .containsExactly(FREE, YEARLY, ALONE);
        assertThat(PlanShelf.of(ALL, Optional.of("nonsense"), Optional.of(FREE)).term()).isEqualTo("month");
    }

    @Test
    void who_has_a_yearly_plan_looks_at_those_first() {
        assertThat(PlanShelf.of(ALL, Optional.empty(), Optional.of(YEARLY)).term()).isEqualTo("year");
        assertThat(PlanShelf.of(ALL, Optional.of("month"), Optional.of(YEARLY)).term()).isEqualTo("month");
    }

    @Test
    void without_two_terms_there_is_nothing_to_switch() {
        var shelf = PlanShelf.of(List.of(FREE, ALONE), Optional.of("year"), Optional.empty());
        assertThat(shelf.terms()).isEmpty();
        assertThat(shelf.shown()).containsExactly(FREE, ALONE);
    }

    @Test
    void what_a_year_saves_is_exact_and_its_share_is_rounded_down() {
        var shelf = PlanShelf.of(ALL, Optional.empty(), Optional.empty());
        var saving = shelf.saving(YEARLY).orElseThrow();
        assertThat(saving.amount()).isEqualTo(usd(12 * 2_900 - 29_000));
        assertThat(saving.percent()).isEqualByComparingTo("16.6");
        assertThat(shelf.saving(MONTHLY)).isEmpty();
        assertThat(PlanShelf.of(List.of(MONTHLY, plan("dear", "pro", "year", 34_800)), Optional.empty(),
                Optional.empty()).bestSaving()).as("no less than twelve months").isEmpty();
    }

    private static Money usd(long cents) {
        return new Money(cents, Currency.getInstance("USD"));
    }

    private static Plan plan(String slug, String family, String interval, long cents) {
        return new Plan(UUID.randomUUID(), slug, slug, "", usd(cents), new Plan.Term(interval, OptionalInt.empty()), 1,
                Map.of(), 0, OptionalInt.empty(), Map.of(), true, Instant.EPOCH, Instant.EPOCH, Overage.REFUSE, 1, 0,
                family, Plan.Renewal.NONE, Pricing.NONE);
    }
}
