package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.ExtensionPackage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** An extension package's row. */
@Entity
@Table(name = "subscriptions_extension_package")
public class StoredExtension extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "name")
    private String name;
    @Column(name = "description")
    private String description;
    @Column(name = "additional_calls")
    private long additionalCalls;
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

    protected StoredExtension() {
    }

    public StoredExtension(UUID id, ExtensionContent content, Instant now) {
        this.id = id.toString();
        this.createdAt = now;
        change(content, now);
    }

    public final void change(ExtensionContent content, Instant now) {
        name = content.name();
        description = content.description();
        additionalCalls = content.additionalCalls();
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

    public ExtensionContent content() {
        return new ExtensionContent(name, description, additionalCalls, Price.of(price()), active);
    }

    public ExtensionPackage toPackage() {
        return new ExtensionPackage(id(), name, description, additionalCalls, price(), active, createdAt, updatedAt);
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public String name() {
        return name;
    }

    public long additionalCalls() {
        return additionalCalls;
    }

    public boolean active() {
        return active;
    }

    public Money price() {
        return new Money(priceMinor, Currency.getInstance(currency));
    }
}
