package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import io.weir.subscriptions.domain.Cadence;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.tenancy.api.SettingRule;
import io.weir.tenancy.api.Tenants;
import io.weir.tenancy.api.WholeNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** A tenant's time, and how its plans' periods run in its zone. */
@ApplicationScoped
public class Calendars {
    private static final WholeNumber GRACE_DAYS = new WholeNumber("subscriptions.grace-days", 0, 366, 3);

    private Time time;
    private Tenants tenants;

    protected Calendars() {
    }

    @Inject
    public Calendars(Time time, Tenants tenants) {
        this.time = time;
        this.tenants = tenants;
    }

    public Instant now(TenantId tenant) {
        return time.now(tenant);
    }

    public Cadence cadence(TenantId tenant, StoredPlan plan) {
        return new Cadence(plan.content().term(), tenants.byId(tenant).zone());
    }

    /** How long access stays when a gateway is still to charge the next period. */
    public Duration grace(TenantId tenant) {
        return Duration.ofDays(GRACE_DAYS.of(tenants.byId(tenant)));
    }

    @Produces
    static SettingRule graceDays() {
        return GRACE_DAYS;
    }

    /** Whole local days, which may have 23 or 25 hours. */
    public Instant daysAfter(TenantId tenant, Instant moment, int days) {
        return moment.atZone(tenants.byId(tenant).zone()).plusDays(days).toInstant();
    }

    /** What prices are in unless they say otherwise. */
    public Currency currency(TenantId tenant) {
        return tenants.byId(tenant).currency();
    }
}
