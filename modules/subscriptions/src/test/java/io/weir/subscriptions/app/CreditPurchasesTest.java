package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import io.weir.subscriptions.api.CreditPurchases.Credits;
import io.weir.subscriptions.api.CreditPurchases.OfPackage;
import io.weir.subscriptions.api.CreditPurchases.Purchase;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.domain.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditPurchasesTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final MeterKey CREDITS = new MeterKey("credits");
    private static final Money PAID = new Money(900, Currency.getInstance("USD"));
    private final House house = new House();
    private final CreditPackage basic;
    private final AccountId account;

    CreditPurchasesTest() {
        house.shelf.add(Rows.free());
        basic = house.packages.createCredits(TENANT,
                new CreditDraft("Basic", "credits", 1_000_000L, 50_000L, new BigDecimal("9"), "USD", null));
        account = house.opened();
    }

    @Test
    void aPackageIsOpenedWithItsBonusOncePerCause() {
        var first = buy(new OfPackage(basic.id()), "payment/1");
        assertThat(buy(new OfPackage(basic.id()), "payment/1")).isEqualTo(first);
        assertThat(credits()).isEqualTo(1_050_000);
        assertThat(house.allowances.grants("credits/" + first.id()))
                .containsExactly(GrantKind.CREDIT_PACKAGE, GrantKind.BONUS);

        buy(new OfPackage(basic.id()), "payment/2");
        assertThat(credits()).isEqualTo(2_100_000);
        assertThat(house.credits.history(TENANT, account)).hasSize(2).last().isEqualTo(first);
        assertThat(house.credits.byCause(TENANT, account, "payment/1")).contains(first);
    }

    @Test
    void whatWasBoughtAndPaidIsKept() {
        var bought = buy(new OfPackage(basic.id()), "payment/1");
        house.packages.changeCredits(TENANT, basic.id(),
                new CreditDraft("Renamed", null, 1L, 0L, new BigDecimal("1"), null, null));
        assertThat(house.credits.history(TENANT, account)).containsExactly(bought);
        assertThat(bought.name()).contains("Basic");
        assertThat(bought.creditPackage()).contains(basic.id());
        assertThat(bought.paid()).isEqualTo(PAID);
    }

    @Test
    void anAmountHasNoBonus() {
        var bought = buy(new Amount(CREDITS, 730_000), "payment/1");
        assertThat(credits()).isEqualTo(730_000);
        assertThat(bought.name()).isEmpty();
        assertThat(bought.bonus()).isZero();
        assertThat(house.allowances.grants("credits/" + bought.id())).containsExactly(GrantKind.CREDIT_PACKAGE);
    }

    @Test
    void theyNeverEnd() {
        buy(new OfPackage(basic.id()), "payment/1");
        house.time.pass(Duration.ofDays(36_500));
        assertThat(credits()).isEqualTo(1_050_000);
    }

    @Test
    void aRetiredOneIsStillGivenToWhoPaidAndAnUnknownOneIsNot() {
        house.packages.retireCredits(TENANT, basic.id());
        buy(new OfPackage(basic.id()), "payment/1");
        assertThat(credits()).isEqualTo(1_050_000);
        assertThatThrownBy(() -> buy(new OfPackage(UUID.randomUUID()), "payment/2"))
                .hasMessage("CREDIT_PACKAGE_NOT_FOUND");
        assertThat(house.credits.history(TENANT, account)).hasSize(1);
    }

    private long credits() {
        return house.allowances.open(account, CREDITS);
    }

    private Purchase buy(Credits credits, String cause) {
        return house.credits.activate(TENANT, account, credits, PAID, cause);
    }
}
