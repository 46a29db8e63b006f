package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.Extensions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** An extension that was bought, with the name and price it had then. Never changes. */
@Entity
@Table(name = "subscriptions_extension_purchase")
public class StoredPurchase extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String account;
    @Column(name = "extension_id")
    private String extension;
    @Column(name = "subscription_id")
    private String subscription;
    @Column(name = "name")
    private String name;
    @Column(name = "additional_calls")
    private long additionalCalls;
    @Column(name = "price_minor")
    private long priceMinor;
    @Column(name = "currency")
    private String currency;
    @Column(name = "cause")
    private String cause;
    @Column(name = "purchased_at")
    private Instant purchasedAt;

    protected StoredPurchase() {
    }

    public StoredPurchase(UUID id, StoredSubscription subscription, StoredExtension extension, String cause,
                          Instant now) {
        this.id = id.toString();
        this.account = subscription.account().toString();
        this.extension = extension.id().toString();
        this.subscription = subscription.id().toString();
        this.name = extension.name();
        this.additionalCalls = extension.additionalCalls();
        this.priceMinor = extension.price().minor();
        this.currency = extension.price().currency().getCurrencyCode();
        this.cause = cause;
        this.purchasedAt = now;
    }

    public Extensions.Purchase toPurchase() {
        return new Extensions.Purchase(UUID.fromString(id), UUID.fromString(extension), name, additionalCalls,
                new Money(priceMinor, Currency.getInstance(currency)), purchasedAt, subscription());
    }

    public UUID subscription() {
        return UUID.fromString(subscription);
    }

    public String account() {
        return account;
    }

    public String cause() {
        return cause;
    }
}
