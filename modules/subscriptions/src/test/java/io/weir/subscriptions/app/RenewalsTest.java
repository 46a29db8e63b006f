package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionResumed;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.api.Subscriptions.Agreed;
import io.weir.subscriptions.api.Subscriptions.Renewal;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan of 30 days with 1,000 calls that a gateway charges again; the free plan beneath it has 100. */
class RenewalsTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofDays(3);
    private static final String FIRST = "payment/1";
    private final House house = new House();
    private final StoredPlan basic = Rows.plan("basic", "99000", 1);
    private final StoredPlan pro = Rows.plan("pro", "days", "299000", 2, Map.of("calls", 5_000L));
    private final StoredPlan yearly = Rows.plan("yearly", "year", "999000", 3, Map.of("calls", 50_000L));
    private final AccountId account;
    private final Subscription bought;
    private final Instant end;

    RenewalsTest() {
        house.shelf.add(Rows.free());
        house.shelf.add(basic);
        house.shelf.add(pro);
        house.shelf.add(yearly);
        account = house.opened();
        bought = house.subscriptions.activate(TENANT, account, basic.id(), FIRST);
        end = bought.period().until().orElseThrow();
        told(Agreed.RENEWS);
    }

    @Test
    void a_charge_that_comes_early_adds_a_period_and_no_second_quota() {
        at(end.minusSeconds(600));
        house.allowances.use(account, MeterKey.CALLS, 900);
        assertThat(renew("basic", "payment/2")).get().extracting(Subscription::id).isEqualTo(bought.id());
        assertThat(left()).isEqualTo(100);
        assertThat(current().period()).isEqualTo(bought.period());
        at(end);
        assertThat(left()).isEqualTo(1_000);
        assertThat(current().period()).isEqualTo(Period.between(end, end.plus(MONTH)));
        assertThat(current().status()).isEqualTo(Status.ACTIVE);
        assertThat(house.rates.perMinute).containsEntry(account, 120);
    }

    @Test
    void the_same_charge_again_changes_nothing() {
        at(end.minusSeconds(600));
        var once = renew("basic", "payment/2");
        assertThat(renew("basic", "payment/2")).isEqualTo(once);
        at(end.plus(MONTH).minusSeconds(60));
        at(end.plus(MONTH).plus(GRACE));
        assertThat(current().plan().isFree()).isTrue();
    }

    @Test
    void until_the_charge_comes_access_goes_on_with_what_was_left() {
        at(end.minusSeconds(60));
        house.allowances.use(account, MeterKey.CALLS, 900);
        at(end.plusSeconds(3_600));
        assertThat(left()).isEqualTo(100);
        assertThat(current().status()).isEqualTo(Status.ACTIVE);
        house.subscriptions.requireTier(TENANT, account, "basic");
        assertThat(renew("basic", "payment/2")).isPresent();
        assertThat(left()).isEqualTo(1_000);
        assertThat(current().period()).isEqualTo(Period.between(end, end.plus(MONTH)));
    }

    @Test
    void a_charge_that_failed_is_past_due_until_the_grace_is_over_and_no_longer() {
        at(end.minusSeconds(60));
        told(Agreed.PAST_DUE);
        assertThat(current().status()).isEqualTo(Status.ACTIVE);
        at(end.plusSeconds(60));
        assertThat(current().status()).isEqualTo(Status.PAST_DUE);
        at(end.plus(GRACE).minusSeconds(1));
        assertThat(current().status()).isEqualTo(Status.PAST_DUE);
        at(end.plus(GRACE));
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.rates.perMinute).containsEntry(account, 60);
    }

    @Test
    void within_the_grace_no_day_is_lost_and_after_it_none_is_paid_for_nothing() {
        at(end.minusSeconds(60));
        told(Agreed.PAST_DUE);
        at(end.plus(GRACE).minusSeconds(1));
        renew("basic", "payment/2");
        assertThat(current().period()).isEqualTo(Period.between(end, end.plus(MONTH)));
        at(end.plus(MONTH).plus(Duration.ofDays(10)));
        var now = house.time.now;
        assertThat(renew("basic", "payment/3")).isPresent();
        assertThat(current().period()).isEqualTo(Period.between(now, now.plus(MONTH)));
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void a_charge_for_another_plan_within_the_period_keeps_its_end() {
        at(house.time.now.plus(Duration.ofDays(10)));
        var now = house.time.now;
        assertThat(renew("pro", "payment/2")).isPresent();
        assertThat(current().plan().slug()).isEqualTo("pro");
        assertThat(current().period()).isEqualTo(Period.between(now, end));
        assertThat(current().renews()).isTrue();
        at(end.plusSeconds(60));
        renew("pro", "payment/3");
        assertThat(current().period()).isEqualTo(Period.between(end, end.plus(MONTH)));
    }

    @Test
    void on_other_terms_it_is_a_full_period() {
        at(house.time.now.plus(Duration.ofDays(10)));
        renew("yearly", "payment/2");
        assertThat(current().period().until()).contains(Instant.parse("2027-02-10T03:00:00Z"));
    }

    @Test
    void a_plan_that_is_gone_goes_on_as_it_was() {
        at(end.minusSeconds(600));
        assertThat(renew("no-such", "payment/2")).get().extracting(s -> s.plan().slug()).isEqualTo("basic");
    }

    @Test
    void nothing_is_started_for_an_agreement_that_was_left() {
        var other = house.subscriptions.activate(TENANT, account, pro.id(), "payment/9");
        assertThat(renew("basic", "payment/2")).isEmpty();
        assertThat(current().id()).isEqualTo(other.id());
        house.subscriptions.cancel(TENANT, account, other.id(), false);
        assertThat(renew("basic", "payment/3")).isEmpty();
    }

    @Test
    void whoever_leaves_says_so_for_the_gateway() {
        house.subscriptions.activate(TENANT, account, pro.id(), "payment/9");
        assertThat(house.published).contains(new SubscriptionStopped(TENANT, account.toString(),
                bought.id().toString(), FIRST, false));
    }

    @Test
    void an_end_is_mirrored_both_ways_and_can_be_taken_back() {
        house.subscriptions.cancel(TENANT, account, bought.id(), true);
        assertThat(house.published).contains(stopped(true));
        told(Agreed.RENEWS);
        assertThat(current().cancelAtPeriodEnd()).as("an older word of the gateway").isTrue();
        told(Agreed.ENDS);
        house.subscriptions.resume(TENANT, account, bought.id());
        assertThat(current().cancelAtPeriodEnd()).isFalse();
        assertThat(house.published).contains(new SubscriptionResumed(TENANT, account.toString(),
                bought.id().toString(), FIRST));
        told(Agreed.RENEWS);
        told(Agreed.ENDS);
        assertThat(current().cancelAtPeriodEnd()).as("ended at the gateway").isTrue();
        told(Agreed.RENEWS);
        assertThat(current().cancelAtPeriodEnd()).as("resumed at the gateway").isFalse();
    }

    @Test
    void an_agreement_that_ended_keeps_no_access_after_the_period() {
        at(end.minusSeconds(60));
        told(Agreed.ENDED);
        assertThat(current().cancelAtPeriodEnd()).isTrue();
        at(end);
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void an_agreement_that_ends_within_the_grace_ends_access_at_once() {
        at(end.minusSeconds(60));
        at(end.plusSeconds(3_600));
        told(Agreed.ENDED);
        at(house.time.now.plusSeconds(1));
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void an_extension_in_the_grace_raises_what_is_left() {
        at(end.minusSeconds(60));
        at(end.plusSeconds(60));
        var more = Rows.extension(500);
        house.shelf.add(more);
        house.extensions.activate(TENANT, account, more.id(), "payment/7");
        assertThat(left()).isEqualTo(1_500);
    }

    private Optional<Subscription> renew(String slug, String cause) {
        return house.subscriptions.renew(TENANT, account, new Renewal(slug, FIRST, cause));
    }

    private void told(Agreed agreed) {
        house.subscriptions.agreementTold(TENANT, account, FIRST, agreed);
    }

    /** The job has run then. */
    private void at(Instant moment) {
        house.time.now = moment;
        house.subscriptions.closeDue(Duration.ofMinutes(1));
    }

    private long left() {
        return house.allowances.left(account, MeterKey.CALLS);
    }

    private Subscription current() {
        return house.subscriptions.current(TENANT, account);
    }

    private SubscriptionStopped stopped(boolean atPeriodEnd) {
        return new SubscriptionStopped(TENANT, account.toString(), bought.id().toString(), FIRST, atPeriodEnd);
    }
}
