package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.CreditPurchases.OfPackage;
import io.weir.subscriptions.api.CreditPurchases.TakenBack;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.Share;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions.Renewal;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class TakenBackTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final MeterKey CREDITS = new MeterKey("credits");
    private final House house = new House();
    private final StoredPlan basic = Rows.plan("basic", "99000", 1);
    private final AccountId account;

    TakenBackTest() {
        house.shelf.add(Rows.free());
        house.shelf.add(basic);
        account = house.opened();
    }

    @Test
    void a_running_plan_ends_and_the_free_one_carries_on() {
        var bought = activate("payment/1");
        takeBack("payment/1");
        house.time.pass(Duration.ofMillis(1));
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.subscriptions.of(TENANT, account).get(0).status()).isEqualTo(Status.CANCELED);
        assertThat(house.subscriptions.of(TENANT, account).get(0).id()).isEqualTo(bought.id());
        takeBack("payment/1");
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void an_older_payments_price_changes_nothing() {
        activate("payment/1");
        var later = activate("payment/2");
        takeBack("payment/1");
        assertThat(current().id()).isEqualTo(later.id());
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void of_a_renewed_plan_the_running_period_ends_it_and_an_earlier_one_does_not() {
        var end = activate("payment/1").period().until().orElseThrow();
        house.time.now = end.minusSeconds(60);
        renew("payment/2");
        house.time.now = end.plusSeconds(60);
        takeBack("payment/1");
        assertThat(current().plan().slug()).isEqualTo("basic");
        takeBack("payment/2");
        house.time.pass(Duration.ofMillis(1));
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void a_period_that_was_paid_ahead_never_begins() {
        var bought = activate("payment/1");
        var end = bought.period().until().orElseThrow();
        house.time.now = end.minusSeconds(60);
        renew("payment/2");
        takeBack("payment/2");
        assertThat(current().period()).isEqualTo(Period.between(bought.period().from(), end));
        assertThat(current().cancelAtPeriodEnd()).isTrue();
        assertThat(house.calls(account)).isEqualTo(1_000);
        house.time.now = end;
        assertThat(current().plan().isFree()).isTrue();
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void credits_go_as_far_as_unspent_with_their_share_of_the_bonus() {
        var offer = house.packages.createCredits(TENANT,
                new CreditDraft("Basic", "credits", 1_000L, 50L, new BigDecimal("9"), "USD", null));
        house.credits.activate(TENANT, account, new OfPackage(offer.id()), new Money(900, usd()), "payment/1");
        assertThat(credits("payment/1", new Share(0, 300, 900), "refund/1")).isEqualTo(333 + 16);
        assertThat(credits("payment/1", new Share(0, 300, 900), "refund/1")).as("again").isEqualTo(333 + 16);
        assertThat(house.allowances.left(account, CREDITS)).isEqualTo(701);
        house.allowances.use(account, CREDITS, 600);
        assertThat(credits("payment/1", new Share(300, 900, 900), "refund/2")).isEqualTo(101);
        assertThat(house.allowances.left(account, CREDITS)).isZero();
        assertThat(credits("payment/unknown", new Share(0, 1, 1), "refund/3")).isZero();
    }

    @Test
    void an_extensions_calls_go_and_the_plans_own_stay() {
        activate("payment/1");
        var more = Rows.extension(500);
        house.shelf.add(more);
        house.extensions.activate(TENANT, account, more.id(), "payment/2");
        house.allowances.use(account, MeterKey.CALLS, 1_200);
        var back = new TakenBack(new Share(0, 1, 1), "refund/1", "back");
        assertThat(house.extensions.takeBack(TENANT, account, "payment/2", back)).isEqualTo(300);
        assertThat(house.allowances.left(account, MeterKey.CALLS)).isZero();
    }

    private long credits(String cause, Share share, String source) {
        return house.credits.takeBack(TENANT, account, cause, new TakenBack(share, source, "back"));
    }

    private Subscription activate(String cause) {
        return house.subscriptions.activate(TENANT, account, basic.id(), cause);
    }

    private void renew(String cause) {
        house.subscriptions.renew(TENANT, account, new Renewal("basic", "payment/1", cause)).orElseThrow();
    }

    private void takeBack(String cause) {
        house.subscriptions.takeBack(TENANT, account, cause);
    }

    private Subscription current() {
        return house.subscriptions.current(TENANT, account);
    }

    private static Currency usd() {
        return Currency.getInstance("USD");
    }
}
