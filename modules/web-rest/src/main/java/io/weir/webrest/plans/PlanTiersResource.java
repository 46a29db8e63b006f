package io.weir.webrest.plans;

import io.weir.metering.api.MeterKey;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The price list in seed E's shape: by tier, in minor units, with one quota. */
@Path("plans")
@Tag(name = "Plans")
@Access(Who.PUBLIC)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlanTiersResource {
    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;

    @GET
    @Operation(summary = "Tiers with prices in minor units")
    public Tiers tiers() {
        var tiers = new LinkedHashMap<String, Tier>();
        catalogue.plans(callers.tenantId(), false)
                .forEach(plan -> tiers.put(plan.slug().toUpperCase(Locale.ROOT), Tier.of(plan)));
        return new Tiers(true, tiers);
    }

    /** The answer. */
    public record Tiers(boolean ok, Map<String, Tier> plans) {
    }

    /** {@code quota}: tokens where the plan has them, else what it grants first, in smallest units. */
    public record Tier(long price, String currency, long quota, List<String> features) {
        static Tier of(Plan plan) {
            return new Tier(plan.price().minor(), plan.price().currency().getCurrencyCode(), quota(plan.quotas()),
                    names(plan.features()));
        }

        private static long quota(Map<String, Long> quotas) {
            var tokens = quotas.get(MeterKey.TOKENS.value());
            return tokens != null ? tokens
                    : quotas.entrySet().stream().min(Map.Entry.comparingByKey()).map(Map.Entry::getValue).orElse(0L);
        }

        /** Features as a list: those that are switched on by name, the rest with their value. */
        static List<String> names(Map<String, Object> features) {
            return features.entrySet().stream().filter(f -> !Boolean.FALSE.equals(f.getValue()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(f -> Boolean.TRUE.equals(f.getValue()) ? f.getKey() : f.getKey() + ": " + f.getValue())
                    .toList();
        }
    }
}
