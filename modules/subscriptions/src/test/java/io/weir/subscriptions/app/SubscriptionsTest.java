package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredPlan;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final Duration MONTH = Duration.ofDays(30);
    private final House house = new House();
    private final StoredPlan basic = Rows.plan("basic", "99000", 1);
    private final StoredPlan pro = Rows.plan("pro", "days", "299000", 2, Map.of("calls", 5_000L, "tokens", 9_000L));
    private final AccountId account;

    SubscriptionsTest() {
        house.shelf.add(Rows.free());
        house.shelf.add(basic);
        house.shelf.add(pro);
        account = house.opened();
    }

    @Test
    void anAccountBeginsWithTheFreePlanOnce() {
        house.freePlans.give(TENANT, account);
        var current = house.subscriptions.current(TENANT, account);
        assertThat(current.plan().isFree()).isTrue();
        assertThat(current.period()).isEqualTo(Period.since(house.time.now));
        assertThat(house.subscriptions.of(TENANT, account)).hasSize(1);
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.rates.perMinute).containsEntry(account, 60);
    }

    @Test
    void aPaidPlanTakesTheFreeOnesPlaceUntilItEnds() {
        var paid = activate(basic, "payment/1");
        assertThat(paid.period()).isEqualTo(Period.between(house.time.now, house.time.now.plus(MONTH)));
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(house.rates.perMinute).containsEntry(account, 120);
        assertThat(house.published).containsExactly(
                new SubscriptionActivated(TENANT, account.toString(), paid.id().toString(), basic.id().toString()));

        house.time.pass(MONTH.minusMillis(1));
        assertThat(house.subscriptions.current(TENANT, account).id()).isEqualTo(paid.id());
        house.time.pass(Duration.ofMillis(1));
        assertThat(house.subscriptions.current(TENANT, account).plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.subscriptions.of(TENANT, account).get(0).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void whatAPeriodOpensFollowsThePlansRuleForOverage() {
        house.packages.changePlan(TENANT, basic.id(), Drafts.plan(Map.of("overage", "10%")));
        activate(basic, "payment/1");
        assertThat(house.allowances.overage(account, MeterKey.CALLS)).containsExactly(Overage.parse("10%"));
        assertThat(house.subscriptions.current(TENANT, account).plan().overage().word()).isEqualTo("10%");
    }

    @Test
    void theSameCauseIsTheSameSubscription() {
        var first = activate(basic, "payment/1");
        house.time.pass(Duration.ofDays(3));
        assertThat(activate(basic, "payment/1")).isEqualTo(first);
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(house.published).hasSize(1);
    }

    @Test
    void anotherPurchaseStartsAfreshAndCancelsTheRunningOne() {
        var first = activate(pro, "payment/1");
        house.time.pass(Duration.ofDays(10));
        var second = activate(basic, "payment/2");
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(house.allowances.open(account, MeterKey.TOKENS)).isZero();
        assertThat(second.period().from()).isEqualTo(house.time.now);
        var earlier = found(first.id());
        assertThat(earlier.status()).isEqualTo(Status.CANCELED);
        assertThat(earlier.endedAt()).contains(house.time.now);
    }

    @Test
    void anOverdueOneExpiresWhenTheNextIsBought() {
        var first = activate(basic, "payment/1");
        house.time.pass(MONTH.plusDays(1));
        activate(basic, "payment/2");
        assertThat(found(first.id()).status()).isEqualTo(Status.EXPIRED);
        assertThat(found(first.id()).endedAt()).isEqualTo(first.period().until());
    }

    @Test
    void theFreePlanCannotBeBoughtForAFreshQuota() {
        var free = house.subscriptions.current(TENANT, account).plan().id();
        assertThatThrownBy(() -> house.subscriptions.activate(TENANT, account, free, "x"))
                .hasMessage("SUBSCRIPTION_FREE");
        assertThatThrownBy(() -> house.subscriptions.activate(TENANT, account, UUID.randomUUID(), "x"))
                .hasMessage("PLAN_NOT_FOUND");
    }

    @Test
    void aRetiredPlanStillStartsForWhoPaid() {
        house.packages.retirePlan(TENANT, basic.id());
        assertThat(activate(basic, "payment/1").status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void canceledAtPeriodEndItRunsOn() {
        var paid = activate(basic, "payment/1");
        var canceled = house.subscriptions.cancel(TENANT, account, paid.id(), true);
        assertThat(canceled.cancelAtPeriodEnd()).isTrue();
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(activate(basic, "payment/2").cancelAtPeriodEnd()).isFalse();
    }

    @Test
    void canceledNowTheFreePlanCarriesOn() {
        var paid = activate(basic, "payment/1");
        var canceled = house.subscriptions.cancel(TENANT, account, paid.id(), false);
        assertThat(canceled.status()).isEqualTo(Status.CANCELED);
        house.time.pass(Duration.ofMillis(1));
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.rates.perMinute).containsEntry(account, 60);
        assertThat(house.subscriptions.current(TENANT, account).plan().isFree()).isTrue();
    }

    @Test
    void onlyOwnPaidOnesCanBeCanceled() {
        var paid = activate(basic, "payment/1");
        var other = house.opened();
        var free = house.subscriptions.current(TENANT, other).id();
        assertThatThrownBy(() -> house.subscriptions.cancel(TENANT, other, paid.id(), true))
                .hasMessage("SUBSCRIPTION_NOT_FOUND");
        assertThatThrownBy(() -> house.subscriptions.cancel(TENANT, other, free, false))
                .hasMessage("SUBSCRIPTION_FREE");
    }

    @Test
    void tiersUpToTheCurrentPlansRankAreEntitled() {
        activate(basic, "payment/1");
        house.subscriptions.requireTier(TENANT, account, "free");
        house.subscriptions.requireTier(TENANT, account, "basic");
        assertThatThrownBy(() -> house.subscriptions.requireTier(TENANT, account, "pro"))
                .hasMessage("TIER_NOT_ENTITLED");
        assertThatThrownBy(() -> house.subscriptions.requireTier(TENANT, account, "ultra")).hasMessage("TIER_UNKNOWN");
        house.time.pass(MONTH);
        assertThatThrownBy(() -> house.subscriptions.requireTier(TENANT, account, "basic"))
                .hasMessage("TIER_NOT_ENTITLED");
    }

    @Test
    void aChangedPlanLeavesTheRunningPeriodAlone() {
        activate(pro, "payment/1");
        house.packages.changePlan(TENANT, pro.id(), Drafts.plan(Map.of("quotas", Map.of("calls", 1L, "images", 2L))));
        assertThat(house.calls(account)).isEqualTo(5_000);
        activate(basic, "payment/2");
        assertThat(house.allowances.open(account, MeterKey.TOKENS)).isZero();
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void anAccountOpenedBeforeThereIsAFreePlanGetsItLater() {
        var bare = new House();
        var early = bare.opened();
        assertThatThrownBy(() -> bare.subscriptions.current(TENANT, early)).hasMessage("SUBSCRIPTION_NOT_FOUND");
        bare.packages.createPlan(TENANT, Drafts.plan(
                Map.of("name", "Free", "price", "0", "interval", "lifetime", "apiLimit", 100L)));
        assertThat(bare.calls(early)).isEqualTo(100);
    }

    private Subscription activate(StoredPlan plan, String cause) {
        return house.subscriptions.activate(TENANT, account, plan.id(), cause);
    }

    private Subscription found(UUID id) {
        return house.subscriptions.of(TENANT, account).stream().filter(s -> s.id().equals(id))
                .findFirst().orElseThrow();
    }
}
