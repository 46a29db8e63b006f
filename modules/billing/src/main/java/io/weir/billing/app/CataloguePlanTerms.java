package io.weir.billing.app;

import static java.util.stream.Collectors.toMap;

import io.weir.billing.domain.analytics.PlanTerm;
import io.weir.billing.domain.analytics.PlanTerms;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PlanVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** As the catalogue has them: all plans at once, and the earlier versions of one when they are asked for. */
final class CataloguePlanTerms implements PlanTerms {
    private final TenantId tenant;
    private final Catalogue catalogue;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<UUID, Map<Integer, Plan>> versions = new HashMap<>();

    CataloguePlanTerms(TenantId tenant, Catalogue catalogue) {
        this.tenant = tenant;
        this.catalogue = catalogue;
        catalogue.plans(tenant, true).forEach(plan -> Stream.of(plan.slug(), plan.id().toString())
                .forEach(name -> plans.put(name, plan)));
    }

    @Override
    public Optional<PlanTerm> of(String offer, int version) {
        return Optional.ofNullable(plans.get(offer))
                .flatMap(plan -> plan.version() == version ? Optional.of(plan) : earlier(plan, version))
                .flatMap(plan -> PlanTerm.of(plan.term()));
    }

    private Optional<Plan> earlier(Plan plan, int version) {
        return Optional.ofNullable(versions.computeIfAbsent(plan.id(), id -> catalogue.planVersions(tenant, id).stream()
                .map(PlanVersion::plan).collect(toMap(Plan::version, each -> each))).get(version));
    }
}
