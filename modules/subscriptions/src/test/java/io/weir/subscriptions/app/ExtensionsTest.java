package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Extensions.Purchase;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredExtension;
import io.weir.subscriptions.domain.StoredPlan;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final Duration MONTH = Duration.ofDays(30);
    private final House house = new House();
    private final StoredPlan basic = Rows.plan("basic", "99000", 1);
    private final StoredPlan tokensOnly = Rows.plan("tokens", "month", "99000", 2, Map.of("tokens", 10L));
    private final StoredExtension five = Rows.extension(5_000);
    private final AccountId account;

    ExtensionsTest() {
        house.shelf.add(Rows.free());
        house.shelf.add(basic);
        house.shelf.add(tokensOnly);
        house.shelf.add(five);
        account = house.opened();
    }

    @Test
    void raisesTheRunningPeriodOncePerCause() {
        var subscription = subscribe(basic, "payment/1");
        house.extensions.requireExtendable(TENANT, account);
        var first = buy("payment/2");
        assertThat(buy("payment/2")).isEqualTo(first);
        assertThat(first.subscription()).isEqualTo(subscription);
        assertThat(house.calls(account)).isEqualTo(6_000);
        buy("payment/3");
        assertThat(house.calls(account)).isEqualTo(11_000);
        assertThat(house.extensions.byCause(TENANT, account, "payment/2")).contains(first);
    }

    @Test
    void needsAPaidPlan() {
        assertThatThrownBy(() -> house.extensions.requireExtendable(TENANT, account))
                .hasMessage("NO_ACTIVE_SUBSCRIPTION");
        subscribe(basic, "payment/1");
        house.time.pass(MONTH);
        assertThatThrownBy(() -> house.extensions.requireExtendable(TENANT, account))
                .hasMessage("SUBSCRIPTION_EXPIRED");
    }

    @Test
    void endsWithThePeriodAndIsNotCarriedOver() {
        subscribe(basic, "payment/1");
        buy("payment/2");
        house.time.pass(Duration.ofDays(5));
        subscribe(basic, "payment/3");
        assertThat(house.calls(account)).isEqualTo(1_000);
        assertThat(house.extensions.current(TENANT, account)).isEmpty();
        assertThat(house.extensions.history(TENANT, account)).hasSize(1);
    }

    @Test
    void paidForTooLateItGoesToTheFreePlan() {
        subscribe(basic, "payment/1");
        house.time.pass(MONTH);
        var late = buy("payment/2");
        assertThat(house.calls(account)).isEqualTo(5_100);
        assertThat(late.subscription()).isEqualTo(house.subscriptions.current(TENANT, account).id());
        assertThat(house.extensions.current(TENANT, account)).containsExactly(late);
    }

    @Test
    void aPlanWithoutCallsGetsAnAllowanceOfThem() {
        subscribe(tokensOnly, "payment/1");
        assertThat(house.calls(account)).isZero();
        buy("payment/2");
        buy("payment/3");
        assertThat(house.calls(account)).isEqualTo(10_000);
        subscribe(basic, "payment/4");
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void aRetiredOneIsStillGivenToWhoPaidAndAnUnknownOneIsNot() {
        subscribe(basic, "payment/1");
        house.packages.retireExtension(TENANT, five.id());
        buy("payment/2");
        assertThat(house.calls(account)).isEqualTo(6_000);
        assertThatThrownBy(() -> house.extensions.activate(TENANT, account, UUID.randomUUID(), "payment/3"))
                .hasMessage("EXTENSION_NOT_FOUND");
    }

    private UUID subscribe(StoredPlan plan, String cause) {
        return house.subscriptions.activate(TENANT, account, plan.id(), cause).id();
    }

    private Purchase buy(String cause) {
        return house.extensions.activate(TENANT, account, five.id(), cause);
    }
}
