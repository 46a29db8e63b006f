package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantOwned;
import io.weir.subscriptions.api.PlanVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** A plan as it was sold from a moment on. Never changes. */
@Entity
@Table(name = "subscriptions_plan_version")
public class StoredPlanVersion extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "plan_id")
    private String plan;
    @Column(name = "version_no")
    private int version;
    @Column(name = "content")
    private String content;
    @Column(name = "price_minor")
    private long priceMinor;
    @Column(name = "currency")
    private String currency;
    @Column(name = "since")
    private Instant since;
    @Column(name = "changed_by")
    private String by;

    protected StoredPlanVersion() {
    }

    public StoredPlanVersion(UUID id, StoredPlan plan, Instant since, String by) {
        this.id = id.toString();
        this.plan = plan.id().toString();
        this.version = plan.version();
        this.content = Json.write(plan.content().facts());
        this.priceMinor = plan.content().money().minor();
        this.currency = plan.content().money().currency().getCurrencyCode();
        this.since = since;
        this.by = by;
    }

    /** The plan is the one that this is of, as it is now. */
    public PlanVersion toVersion(StoredPlan row) {
        var price = Price.of(new Money(priceMinor, Currency.getInstance(currency)));
        var then = Json.read(content, Kept.class).toContent(price);
        return new PlanVersion(row.toPlan(then, version, since), since, by);
    }

    public UUID plan() {
        return UUID.fromString(plan);
    }

    public int version() {
        return version;
    }
}
