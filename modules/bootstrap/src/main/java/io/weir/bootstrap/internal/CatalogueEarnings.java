package io.weir.bootstrap.internal;

import io.weir.billing.api.TenantSimulations;
import io.weir.billing.api.TenantSimulations.PlanChange;
import io.weir.bootstrap.api.CatalogueChange.Impact;
import io.weir.bootstrap.api.CatalogueChange.LastMonth;
import io.weir.bootstrap.internal.CatalogueImpact.Used;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What changed plans would have earned last month. Asked when they are changed already, and before that is undone. */
@ApplicationScoped
public class CatalogueEarnings {
    @Inject
    private TenantSimulations simulations;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Tenants tenants;
    @Inject
    private Time time;

    /** {@code used}: from before the change; {@code slugs}: the plans that change. */
    Impact addTo(Impact impact, TenantId tenant, Map<String, Used> used, Set<String> slugs) {
        var changes = slugs.stream().sorted().map(used::get).filter(use -> use != null)
                .flatMap(use -> change(tenant, use.plan()).stream()).toList();
        return changes.isEmpty() ? impact : impact.with(lastMonth(tenant, changes));
    }

    private Optional<PlanChange> change(TenantId tenant, Plan before) {
        return catalogue.planBySlug(tenant, before.slug()).map(after -> new PlanChange(before, after));
    }

    private LastMonth lastMonth(TenantId tenant, List<PlanChange> changes) {
        var zone = tenants.byId(tenant).zone();
        var month = YearMonth.from(time.now(tenant).atZone(zone)).minusMonths(1);
        var earned = simulations.earned(tenant, changes, Period.between(month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()));
        return new LastMonth(earned.from(), earned.until(), earned.holders(), earned.cut(), earned.before().major(),
                earned.after().major());
    }
}
