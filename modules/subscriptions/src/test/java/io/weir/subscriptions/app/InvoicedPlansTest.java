package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.Lifecycle.Next;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.domain.PlanContent;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredPlanVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoicedPlansTest {
    private static final TenantId TENANT = OneTenant.ID;
    private final House house = new House();
    private final StoredPlan basic = plan("basic", 1, 1_000L);
    private final StoredPlan pro = plan("pro", 2, 5_000L);
    private final AccountId account;

    InvoicedPlansTest() {
        house.shelf.add(Rows.monthlyFree());
        shelve(basic);
        shelve(pro);
        account = house.opened();
    }

    @Test
    void only_what_goes_on_by_invoice_is_to_be_renewed_and_once() {
        var bought = buy(basic);
        var end = end(bought);
        assertThat(house.invoiced.toRenew(TENANT, end.minusMillis(1), 10)).isEmpty();
        assertThat(house.invoiced.toRenew(TENANT, end, 10)).containsExactly(bought.id());
        assertThat(house.invoiced.awaitInvoices(TENANT, List.of(bought.id()))).singleElement().satisfies(due -> {
            assertThat(due.plan().slug()).isEqualTo("basic");
            assertThat(due.next().from()).isEqualTo(end);
        });
        assertThat(house.invoiced.awaitInvoices(TENANT, List.of(bought.id()))).isEmpty();
        assertThat(house.invoiced.toRenew(TENANT, end, 10)).isEmpty();
        house.invoiced.awaitNoInvoice(TENANT, account, bought.id());
        assertThat(house.invoiced.toRenew(TENANT, end, 10)).hasSize(1);
        house.subscriptions.cancel(TENANT, account, bought.id(), true);
        assertThat(house.invoiced.toRenew(TENANT, end, 10)).isEmpty();
    }

    @Test
    void paid_before_the_end_or_in_the_grace_time_it_goes_on_exactly_there_once_per_cause() {
        for (var late : new Duration[] {Duration.ofDays(-3), Duration.ofDays(2)}) {
            var bought = buy(basic);
            var end = end(bought);
            house.invoiced.awaitInvoices(TENANT, List.of(bought.id()));
            at(end.plus(late));
            var begun = goOn(bought, basic, "payment/" + late).orElseThrow();
            assertThat(begun.period().from()).isEqualTo(end);
            assertThat(goOn(bought, basic, "payment/" + late)).contains(begun);
            at(end.plus(Duration.ofDays(5)));
            assertThat(current().status()).isEqualTo(Status.ACTIVE);
            assertThat(current().period()).isEqualTo(begun.period());
            assertThat(house.calls(account)).isEqualTo(1_000);
        }
    }

    @Test
    void not_paid_it_is_past_due_with_what_was_left_then_unpaid_under_the_free_plan() {
        var bought = buy(basic);
        house.invoiced.awaitInvoices(TENANT, List.of(bought.id()));
        at(end(bought).minusSeconds(60));
        at(end(bought).plusSeconds(60));
        assertThat(current().status()).isEqualTo(Status.PAST_DUE);
        assertThat(house.calls(account)).isEqualTo(1_000);
        at(end(bought).plus(Duration.ofDays(3)));
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.subscriptions.of(TENANT, account)).extracting(Subscription::status).contains(Status.UNPAID);
        assertThat(house.published).last().isInstanceOf(SubscriptionStopped.class);
        assertThat(goOn(bought, basic, "payment/late")).isEmpty();
    }

    @Test
    void access_stays_as_long_as_its_invoice_says_longer_or_shorter_than_the_grace_time() {
        var bought = buy(basic);
        var end = end(bought);
        house.invoiced.awaitInvoices(TENANT, List.of(bought.id()));
        house.invoiced.keepUntil(TENANT, account, bought.id(), end.plus(Duration.ofDays(10)));
        at(end.minusSeconds(60));
        at(end.plus(Duration.ofDays(9)));
        assertThat(current().status()).isEqualTo(Status.PAST_DUE);
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(house.invoiced.endIfUnpaid(TENANT, account, bought.id())).isFalse();
        house.invoiced.keepUntil(TENANT, account, bought.id(), end.plus(Duration.ofDays(20)));
        at(end.plus(Duration.ofDays(19)));
        assertThat(house.calls(account)).as("what was left, and no fresh quota").isEqualTo(1_000);
        house.invoiced.keepUntil(TENANT, account, bought.id(), house.time.now);
        assertThat(house.invoiced.endIfUnpaid(TENANT, account, bought.id())).isTrue();
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.published).last().isInstanceOf(SubscriptionStopped.class);
    }

    @Test
    void access_never_ends_before_what_was_paid_for() {
        var bought = buy(basic);
        house.invoiced.awaitInvoices(TENANT, List.of(bought.id()));
        house.invoiced.keepUntil(TENANT, account, bought.id(), end(bought).minus(Duration.ofDays(5)));
        at(end(bought).minusSeconds(60));
        assertThat(current().status()).isEqualTo(Status.ACTIVE);
        at(end(bought));
        assertThat(current().plan().isFree()).isTrue();
    }

    @Test
    void another_plan_is_pending_until_the_running_one_ends_and_the_free_one_rests_throughout() {
        var bought = buy(pro);
        var end = end(bought);
        house.subscriptions.pend(TENANT, account, basic.id());
        assertThat(house.invoiced.awaitInvoices(TENANT, List.of(bought.id())).get(0).plan().slug())
                .isEqualTo("basic");
        at(end.minus(Duration.ofDays(6)));
        goOn(bought, basic, "payment/2");
        long told = activated();
        assertThat(current().plan().slug()).isEqualTo("pro");
        assertThat(house.subscriptions.of(TENANT, account)).extracting(Subscription::status)
                .contains(Status.PENDING);
        for (var left = Duration.ofDays(5); !left.isZero(); left = left.minusHours(12)) {
            at(end.minus(left));
            assertThat(house.calls(account)).isEqualTo(5_000);
        }
        at(end);
        assertThat(current().plan().slug()).isEqualTo("basic");
        assertThat(current().period().from()).isEqualTo(end);
        assertThat(house.calls(account)).as("the free plan rests").isEqualTo(1_000);
        assertThat(activated()).isEqualTo(told + 1);
        at(end.plus(Duration.ofDays(31)));
        assertThat(current().plan().isFree()).isTrue();
    }

    @Test
    void another_plan_paid_late_begins_at_the_end_too() {
        var bought = buy(pro);
        house.subscriptions.pend(TENANT, account, basic.id());
        house.invoiced.awaitInvoices(TENANT, List.of(bought.id()));
        at(end(bought).plus(Duration.ofDays(1)));
        assertThat(goOn(bought, basic, "payment/2").orElseThrow().period().from()).isEqualTo(end(bought));
        assertThat(current().plan().slug()).isEqualTo("basic");
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void a_trial_comes_once_per_family_and_what_follows_counts_from_its_end() {
        var tried = plan("tried", 3, 9_000L);
        tried.change(tried.content().with(Drafts.plan(Map.of("trialDays", 14, "family", "team"))), house.time.now);
        var sibling = plan("sibling", 4, 9_000L);
        sibling.change(sibling.content().with(Drafts.plan(Map.of("trialDays", 14, "family", "team"))), house.time.now);
        var other = plan("other", 5, 9_000L);
        other.change(other.content().with(Drafts.plan(Map.of("trialDays", 7))), house.time.now);
        shelve(tried);
        shelve(sibling);
        shelve(other);
        var trial = house.invoiced.startTrial(TENANT, account, tried.id());
        assertThat(trial.status()).isEqualTo(Status.TRIALING);
        assertThat(house.calls(account)).isEqualTo(9_000);
        refuses("PAID_PLAN_RUNNING", other.id());
        refuses("TRIAL_USED", sibling.id());
        house.invoiced.awaitInvoices(TENANT, List.of(trial.id()));
        var begun = house.invoiced.goOn(TENANT, account, new Next(trial.id(), tried.id(), "payment/1")).orElseThrow();
        assertThat(begun.period().from()).isEqualTo(end(trial));
        house.subscriptions.cancel(TENANT, account, trial.id(), false);
        refuses("TRIAL_USED", tried.id());
        refuses("TRIAL_USED", sibling.id());
        refuses("TRIAL_NOT_OFFERED", basic.id());
    }

    @Test
    void a_trial_that_is_made_longer_ends_then_and_what_follows_counts_from_there() {
        var trial = tried();
        house.allowances.use(account, MeterKey.CALLS, 4_000);
        house.invoiced.awaitInvoices(TENANT, List.of(trial.id()));
        house.invoiced.awaitNoInvoice(TENANT, account, trial.id());
        var later = end(trial).plus(Duration.ofDays(10));
        assertThat(house.invoiced.extendTrial(TENANT, account, trial.id(), later).period().until()).contains(later);
        at(end(trial).plus(Duration.ofDays(3)));
        assertThat(current().status()).isEqualTo(Status.TRIALING);
        assertThat(house.allowances.left(account, MeterKey.CALLS)).as("nothing fresh, and the free plan rests")
                .isEqualTo(5_000);
        assertThat(house.invoiced.toRenew(TENANT, later.minusMillis(1), 10)).isEmpty();
        house.invoiced.awaitInvoices(TENANT, List.of(trial.id()));
        assertThat(house.invoiced.goOn(TENANT, account, new Next(trial.id(), trial.plan().id(), "payment/1"))
                .orElseThrow().period().from()).isEqualTo(later);
        longer("TRIAL_NOT_RUNNING", trial, later.plus(Duration.ofDays(1)));
    }

    @Test
    void not_made_longer_a_trial_that_was_longer_before_ends_at_its_new_end() {
        var trial = tried();
        var later = end(trial).plus(Duration.ofDays(10));
        house.invoiced.extendTrial(TENANT, account, trial.id(), later);
        at(later);
        assertThat(current().plan().isFree()).isTrue();
        longer("TRIAL_NOT_RUNNING", trial, later.plus(Duration.ofDays(1)));
    }

    @Test
    void a_trial_is_made_longer_only_and_not_beyond_a_year() {
        var trial = tried();
        longer("VALIDATION_FAILED", trial, end(trial));
        longer("VALIDATION_FAILED", trial, house.time.now.plus(Duration.ofDays(367)));
        longer("SUBSCRIPTION_NOT_FOUND", buyElsewhere(), end(trial).plus(Duration.ofDays(1)));
    }

    @Test
    void a_trial_whose_follower_is_paid_stays_as_it_is() {
        var trial = tried();
        house.subscriptions.pend(TENANT, account, basic.id());
        house.invoiced.awaitInvoices(TENANT, List.of(trial.id()));
        goOn(trial, basic, "payment/2");
        longer("TRIAL_FOLLOWED", trial, end(trial).plus(Duration.ofDays(1)));
    }

    private Subscription buyElsewhere() {
        return house.subscriptions.activate(TENANT, house.opened(), basic.id(), "payment/" + UUID.randomUUID());
    }

    private Subscription tried() {
        var tried = plan("tried", 3, 9_000L);
        tried.change(tried.content().with(Drafts.plan(Map.of("trialDays", 14))), house.time.now);
        shelve(tried);
        return house.invoiced.startTrial(TENANT, account, tried.id());
    }

    private void longer(String code, Subscription trial, Instant until) {
        assertThatThrownBy(() -> house.invoiced.extendTrial(TENANT, account, trial.id(), until)).hasMessage(code);
    }

    private void shelve(StoredPlan plan) {
        house.shelf.add(plan);
        house.shelf.add(new StoredPlanVersion(UUID.randomUUID(), plan, Instant.EPOCH, "system"));
    }

    private void refuses(String code, UUID plan) {
        assertThatThrownBy(() -> house.invoiced.startTrial(TENANT, account, plan)).hasMessage(code);
    }

    private Optional<PaidPeriod> goOn(Subscription of, StoredPlan plan,
            String cause) {
        return house.invoiced.goOn(TENANT, account, new Next(of.id(), plan.id(), cause));
    }

    private Subscription buy(StoredPlan plan) {
        return house.subscriptions.activate(TENANT, account, plan.id(), "payment/" + UUID.randomUUID());
    }

    private Subscription current() {
        return house.subscriptions.current(TENANT, account);
    }

    private static Instant end(Subscription subscription) {
        return subscription.period().until().orElseThrow();
    }

    private long activated() {
        return house.published.stream().filter(SubscriptionActivated.class::isInstance).count();
    }

    /** The job runs then. */
    private void at(Instant moment) {
        house.time.now = moment;
        house.subscriptions.closeDue(Duration.ofMinutes(1));
    }

    private static StoredPlan plan(String slug, int rank, long calls) {
        var content = PlanContent.blank(Currency.getInstance("VND"), rank).with(Drafts.plan(Map.of("name", slug,
                "price", "99000", "interval", "month", "renewal", "invoice", "quotas", Map.of("calls", calls))));
        return new StoredPlan(UUID.randomUUID(), slug, content, Instant.EPOCH);
    }
}
