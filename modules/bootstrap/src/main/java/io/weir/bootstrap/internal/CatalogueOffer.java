package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingTerms;
import io.weir.bootstrap.internal.CatalogueFile.ChargeEntry;
import io.weir.bootstrap.internal.CatalogueFile.CreditEntry;
import io.weir.bootstrap.internal.CatalogueFile.ExtensionEntry;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.tenancy.api.TenantDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sound catalogue in the words of the modules that take it over: quantities in smallest units, and everything said,
 * so that what a file leaves out becomes its default also where it was something else.
 */
record CatalogueOffer(TenantDefinition tenant, List<Meter> meters, List<PlanDraft> plans,
                      List<ExtensionDraft> extensions, List<CreditDraft> credits, Optional<RateCard> rateCard,
                      List<GatewayRoute> routes, BillingTerms billing) {

    static CatalogueOffer of(CatalogueFile file) {
        var drafts = new Drafts(file.currency().getCurrencyCode(), MeterReader.decimals(file.meters()));
        var tenant = new TenantDefinition(file.slug(), file.name(), file.currency(), file.locale(), file.timeZone(),
                file.sandbox(), CatalogueSettings.of(file));
        return new CatalogueOffer(tenant, file.meters().stream().map(CatalogueOffer::meter).toList(),
                file.plans().stream().map(drafts::plan).toList(),
                file.extensions().stream().map(drafts::extension).toList(),
                file.creditPackages().stream().map(drafts::credit).toList(), Optional.ofNullable(file.rateCard()),
                file.routes().stream().map(CatalogueRoute::toRoute).toList(), file.billing());
    }

    private static Meter meter(CatalogueFile.MeterEntry meter) {
        var late = "nextPeriod".equals(meter.late()) ? Meter.LateEvents.NEXT_PERIOD : Meter.LateEvents.REOPEN;
        return new Meter(new MeterKey(meter.key()), meter.title(), meter.unit(), meter.decimals(), late);
    }

    /** {@code usual}: the tenant's currency. */
    private record Drafts(String usual, Map<String, Integer> decimals) {
        PlanDraft plan(PlanEntry plan) {
            var quotas = new HashMap<String, Long>();
            plan.quotas().forEach((meter, units) -> quotas.put(meter, smallest(units, meter)));
            return new PlanDraft(plan.slug(), plan.name(), plan.description(), plan.price(),
                    or(plan.currency(), usual), plan.interval(), plan.durationDays(), plan.maxVirtualPortfolios(),
                    null, quotas, plan.requestsPerMinute(), plan.rank(), plan.features(), true,
                    or(plan.overage(), "refuse"), or(plan.trialDays(), 0), or(plan.family(), ""),
                    or(plan.renewal(), "none"), plan.charges().stream().map(this::charge).toList(),
                    or(plan.minimum(), BigDecimal.ZERO));
        }

        private ChargeDraft charge(ChargeEntry charge) {
            var tiers = charge.tiers().isEmpty() ? null : charge.tiers().stream()
                    .map(tier -> new ChargeDraft.TierDraft(smallest(tier.upTo(), charge.meter()), tier.unitPrice(),
                            tier.flat())).toList();
            return new ChargeDraft(charge.meter(), charge.model(), smallest(charge.included(), charge.meter()),
                    charge.unitPrice(), tiers, smallest(charge.size(), charge.meter()), charge.price());
        }

        ExtensionDraft extension(ExtensionEntry extension) {
            return new ExtensionDraft(extension.name(), or(extension.description(), ""),
                    extension.additionalCalls(), extension.price(), or(extension.currency(), usual), true);
        }

        CreditDraft credit(CreditEntry credit) {
            return new CreditDraft(credit.name(), credit.meter(), smallest(credit.credits(), credit.meter()),
                    smallest(credit.bonus(), credit.meter()), credit.price(), or(credit.currency(), usual), true);
        }

        private Long smallest(BigDecimal units, String meter) {
            return units == null ? null : (Long) CatalogueUnits.smallest(units, decimals.get(meter));
        }

        private static <T> T or(T said, T otherwise) {
            return said == null ? otherwise : said;
        }
    }
}
