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
import java.math.BigDecimal;
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
    @Column(name = "trial_days")
    private int trialDays;
    @Column(name = "family")
    private String family;
    @Column(name = "renewal")
    private String renewal;
    @Column(name = "charges")
    private String charges;
    @Column(name = "minimum_minor")
    private Long minimumMinor;
    @Column(name = "plan_version")
    private int planVersion;
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

    /** Its next version. */
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
        trialDays = content.trialDays();
        family = content.family();
        renewal = content.renewal();
        charges = Json.write(content.charges());
        minimumMinor = content.minimumMoney().map(Money::minor).orElse(null);
        active = content.active();
        planVersion++;
        updatedAt = now;
    }

    /** Takes it off sale; running periods go on. */
    public void retire(Instant now) {
        active = false;
        planVersion++;
        updatedAt = now;
    }

    public PlanContent content() {
        return new PlanContent(name, description, Price.of(price()), termInterval, termDays, rank,
                JsonColumns.quantities(quotas), requestsPerMinute, maxVirtualPortfolios,
                JsonColumns.members(features), active, overage, trialDays, family, renewal,
                JsonColumns.charges(charges), minimum());
    }

    private BigDecimal minimum() {
        return minimumMinor == null ? null : new Money(minimumMinor, Currency.getInstance(currency)).major();
    }

    public Plan toPlan() {
        return toPlan(content(), planVersion, updatedAt);
    }

    /** As it was with other content. */
    Plan toPlan(PlanContent content, int version, Instant since) {
        var portfolios = content.maxVirtualPortfolios();
        return new Plan(id(), slug, content.name(), content.description(), content.money(), content.term(),
                content.rank(), content.quotas(), content.requestsPerMinute(),
                portfolios == null ? OptionalInt.empty() : OptionalInt.of(portfolios), content.features(),
                content.active(), createdAt, since, content.rule(), version, content.trialDays(),
                content.family() == null ? slug : content.family(), content.renewalRule(), content.pricing());
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
        return priceMinor == 0 && content().costsNothing();
    }

    /** Counts its changes, from 1. */
    public int version() {
        return planVersion;
    }

    public int requestsPerMinute() {
        return requestsPerMinute;
    }
}
