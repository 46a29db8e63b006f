package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.CreditPurchases;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Credits that were bought, as the package was then, and what was paid for them. Never changes. */
@Entity
@Table(name = "subscriptions_credit_purchase")
public class StoredCreditPurchase extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String account;
    @Column(name = "package_id")
    private String creditPackage;
    @Column(name = "name")
    private String name;
    @Column(name = "meter")
    private String meter;
    @Column(name = "credits")
    private long credits;
    @Column(name = "bonus")
    private long bonus;
    @Column(name = "paid_minor")
    private long paidMinor;
    @Column(name = "currency")
    private String currency;
    @Column(name = "cause")
    private String cause;
    @Column(name = "purchased_at")
    private Instant purchasedAt;

    protected StoredCreditPurchase() {
    }

    public StoredCreditPurchase(UUID id, AccountId account, CreditLot bought, Money paid, String cause, Instant now) {
        this.id = id.toString();
        this.account = account.toString();
        this.creditPackage = bought.creditPackage().map(UUID::toString).orElse(null);
        this.name = bought.name().orElse(null);
        this.meter = bought.meter().value();
        this.credits = bought.credits();
        this.bonus = bought.bonus();
        this.paidMinor = paid.minor();
        this.currency = paid.currency().getCurrencyCode();
        this.cause = cause;
        this.purchasedAt = now;
    }

    public CreditPurchases.Purchase toPurchase() {
        var ofPackage = Optional.ofNullable(creditPackage).map(UUID::fromString);
        return new CreditPurchases.Purchase(UUID.fromString(id), ofPackage, Optional.ofNullable(name),
                new MeterKey(meter), credits, bonus, new Money(paidMinor, Currency.getInstance(currency)), purchasedAt);
    }

    public String account() {
        return account;
    }

    public String cause() {
        return cause;
    }
}
