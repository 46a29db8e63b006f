package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.CreditPackage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** A credit package's row. */
@Entity
@Table(name = "subscriptions_credit_package")
public class StoredCredits extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "name")
    private String name;
    @Column(name = "meter")
    private String meter;
    @Column(name = "credits")
    private long credits;
    @Column(name = "bonus")
    private long bonus;
    @Column(name = "price_minor")
    private long priceMinor;
    @Column(name = "currency")
    private String currency;
    @Column(name = "active")
    private boolean active;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredCredits() {
    }

    public StoredCredits(UUID id, CreditContent content, Instant now) {
        this.id = id.toString();
        this.createdAt = now;
        change(content, now);
    }

    public final void change(CreditContent content, Instant now) {
        name = content.name();
        meter = content.meter();
        credits = content.credits();
        bonus = content.bonus();
        priceMinor = content.money().minor();
        currency = content.money().currency().getCurrencyCode();
        active = content.active();
        updatedAt = now;
    }

    /** Takes it off sale; what was bought stays. */
    public void retire(Instant now) {
        active = false;
        updatedAt = now;
    }

    public CreditContent content() {
        return new CreditContent(name, meter, credits, bonus, Price.of(price()), active);
    }

    public CreditPackage toPackage() {
        return new CreditPackage(id(), name, meter, credits, bonus, price(), active, createdAt, updatedAt);
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public String name() {
        return name;
    }

    public MeterKey meter() {
        return new MeterKey(meter);
    }

    public long credits() {
        return credits;
    }

    public long bonus() {
        return bonus;
    }

    public boolean active() {
        return active;
    }

    private Money price() {
        return new Money(priceMinor, Currency.getInstance(currency));
    }
}
