package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.OptionalInt;
import java.util.UUID;

/** A plan's row. Its slug stays for life: API keys carry it as their tier. */
@Entity
@Table(name = "subscriptions_plan")
public class StoredPlan extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "slug")
    private String slug;
    @Column(name = "name")
    private String name;
    @Column(name = "description")
    private String description;
    @Column(name = "price_minor")
    private long priceMinor;
    @Column(name = "currency")
    private String currency;
    @Column(name = "term_interval")
    private String termInterval;
    @Column(name = "term_days")
    private Integer termDays;
    @Column(name = "rank_no")
    private int rank;
    @Column(name = "quotas")
    private String quotas;
    @Column(name = "requests_per_minute")
    private int requestsPerMinute;
    @Column(name = "max_virtual_portfolios")
    private Integer maxVirtualPortfolios;
    @Column(name = "features")
    private String features;
    @Column(name = "overage")
    private String overage;
    @Column(name = "active")
    private boolean active;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredPlan() {
    }

    public StoredPlan(UUID id, String slug, PlanContent content, Instant now) {
        this.id = id.toString();
        this.slug = slug;
        this.createdAt = now;
        change(content, now);
    }

    public final void change(PlanContent content, Instant now) {
        name = content.name();
        description = content.description();
        priceMinor = content.money().minor();
        currency = content.money().currency().getCurrencyCode();
        termInterval = content.interval();
        termDays = content.days();
        rank = content.rank();
        quotas = Json.write(content.quotas());
        requestsPerMinute = content.requestsPerMinute();
        maxVirtualPortfolios = content.maxVirtualPortfolios();
        features = Json.write(content.features());
        overage = content.rule().word();
        active = content.active();
        updatedAt = now;
    }

    /** Takes it off sale; running periods go on. */
    public void retire(Instant now) {
        active = false;
        updatedAt = now;
    }

    public PlanContent content() {
        return new PlanContent(name, description, Price.of(price()), termInterval, termDays, rank,
                JsonColumns.quantities(quotas), requestsPerMinute, maxVirtualPortfolios,
                JsonColumns.members(features), active, overage);
    }

    public Plan toPlan() {
        var content = content();
        var portfolios = maxVirtualPortfolios == null ? OptionalInt.empty() : OptionalInt.of(maxVirtualPortfolios);
        return new Plan(id(), slug, name, description, price(), content.term(), rank, content.quotas(),
                requestsPerMinute, portfolios, content.features(), active, createdAt, updatedAt, content.rule());
    }

    private Money price() {
        return new Money(priceMinor, Currency.getInstance(currency));
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public int rank() {
        return rank;
    }

    public boolean active() {
        return active;
    }

    public boolean costsNothing() {
        return priceMinor == 0;
    }

    public int requestsPerMinute() {
        return requestsPerMinute;
    }
}
