package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingDefinition;
import io.weir.bootstrap.internal.CatalogueFile.ChargeEntry;
import io.weir.bootstrap.internal.CatalogueFile.CreditEntry;
import io.weir.bootstrap.internal.CatalogueFile.ExtensionEntry;
import io.weir.bootstrap.internal.CatalogueFile.MeterEntry;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.bootstrap.internal.CatalogueFile.TierEntry;
import io.weir.kernel.api.Money;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tenant's catalogue as it stands, in the words of its file. What is off sale is not in it. */
@ApplicationScoped
public class CatalogueState {
    @Inject
    private Meters meters;
    @Inject
    private Catalogue catalogue;
    @Inject
    private RateCards rateCards;
    @Inject
    private GatewayRoutes routes;
    @Inject
    private BillingDefinition billing;

    CatalogueFile of(Tenant tenant) {
        var id = tenant.id();
        var known = meters.of(id);
        var words = new Words(tenant.currency().getCurrencyCode(), decimals(known));
        var settings = tenant.settings();
        return new CatalogueFile(tenant.slug(), tenant.name(), tenant.currency(), tenant.locale(), tenant.zone(),
                tenant.sandbox(), CatalogueSettings.brand(settings), CatalogueSettings.origins(settings),
                CatalogueSettings.others(settings), CatalogueSettings.gateways(settings),
                CatalogueSettings.bank(settings), known.stream().map(CatalogueState::meter).toList(),
                catalogue.plans(id, false).stream().map(words::plan).toList(),
                catalogue.extensions(id, false).stream().map(words::extension).toList(),
                catalogue.creditPackages(id, false).stream().map(words::credit).toList(),
                rateCards.of(id).orElse(null), routes.of(id).stream().map(GatewayRoutes.Configured::route)
                .map(CatalogueRoute::of).sorted(Comparator.comparing(CatalogueRoute::slug)).toList(), billing.of(id));
    }

    private static Map<String, Integer> decimals(List<Meter> meters) {
        var decimals = new LinkedHashMap<String, Integer>();
        meters.forEach(meter -> decimals.put(meter.key().value(), meter.decimals()));
        return decimals;
    }

    private static MeterEntry meter(Meter meter) {
        var late = meter.late() == Meter.LateEvents.NEXT_PERIOD ? "nextPeriod" : "reopen";
        return new MeterEntry(meter.key().value(), meter.title(), meter.unit(), meter.decimals(), late);
    }

    /** {@code usual}: the tenant's currency. */
    record Words(String usual, Map<String, Integer> decimals) {
        PlanEntry plan(Plan plan) {
            var quotas = new LinkedHashMap<String, BigDecimal>();
            plan.quotas().forEach((meter, units) -> quotas.put(meter, units(units, meter)));
            var days = plan.term().days();
            var portfolios = plan.maxVirtualPortfolios();
            var charges = plan.pricing().charges().stream().map(ChargeDraft::of).map(this::charge).toList();
            return new PlanEntry(plan.slug(), plan.name(), text(plan.description()), plan.price().major(),
                    currency(plan.price()), plan.term().interval(), days.isPresent() ? days.getAsInt() : null,
                    plan.rank(), quotas, plan.requestsPerMinute(),
                    portfolios.isPresent() ? portfolios.getAsInt() : null,
                    plan.features(), plan.overage().word(), plan.trialDays(),
                    plan.family().equals(plan.slug()) ? null : plan.family(), plan.renewal().word(), charges,
                    plan.pricing().minimum().map(Money::major).orElse(null));
        }

        private ChargeEntry charge(ChargeDraft charge) {
            var meter = charge.meter();
            List<TierEntry> tiers = charge.tiers() == null ? List.of() : charge.tiers().stream()
                    .map(tier -> new TierEntry(units(tier.upTo(), meter), tier.unitPrice(), tier.flat())).toList();
            return new ChargeEntry(meter, charge.model(), units(charge.included(), meter), charge.unitPrice(), tiers,
                    units(charge.size(), meter), charge.price());
        }

        ExtensionEntry extension(ExtensionPackage extension) {
            return new ExtensionEntry(extension.name(), text(extension.description()), extension.additionalCalls(),
                    extension.price().major(), currency(extension.price()));
        }

        CreditEntry credit(CreditPackage credit) {
            return new CreditEntry(credit.name(), credit.meter(), units(credit.credits(), credit.meter()),
                    units(credit.bonus(), credit.meter()), credit.price().major(), currency(credit.price()));
        }

        /** A meter that is gone counts whole units. */
        private BigDecimal units(Long smallest, String meter) {
            return smallest == null ? null : CatalogueUnits.units(smallest, decimals.getOrDefault(meter, 0));
        }

        private String currency(Money price) {
            var code = price.currency().getCurrencyCode();
            return code.equals(usual) ? null : code;
        }

        private static String text(String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }
}
