package io.weir.webrest.plans;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.webrest.metering.Quantities;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;

/** Plans as the public catalogue shows them. */
@ApplicationScoped
public class PlanViews {
    @Inject
    Meters meters;

    PlanView of(TenantId tenant, Plan plan) {
        return new PlanView(plan.id(), plan.slug(), plan.name(), plan.description(), plan.price().major(),
                plan.price().currency().getCurrencyCode(), plan.term().interval(), plan.term().days(),
                new Limits(plan.requestsPerMinute(), plan.maxVirtualPortfolios()), quotas(tenant, plan),
                plan.features());
    }

    /** Meter → units. */
    private Map<String, BigDecimal> quotas(TenantId tenant, Plan plan) {
        var quotas = new TreeMap<String, BigDecimal>();
        plan.quotas().forEach((key, smallest) -> quotas.put(key, Quantities.toUnits(smallest, meter(tenant, key))));
        return quotas;
    }

    private Meter meter(TenantId tenant, String key) {
        var meter = new MeterKey(key);
        return meters.find(tenant, meter).orElseGet(() -> new Meter(meter, key, key, 0));
    }

    /** {@code interval}: month, year, days or lifetime; {@code durationDays} goes with {@code days}. */
    public record PlanView(UUID id, String slug, String name, String description, BigDecimal price, String currency,
                           String interval, OptionalInt durationDays, Limits limits, Map<String, BigDecimal> quotas,
                           Map<String, Object> features) {
    }

    /** {@code requestsPerMinute} 0 is unlimited. */
    public record Limits(int requestsPerMinute, OptionalInt maxVirtualPortfolios) {
    }
}
