package io.weir.bootstrap.internal;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.tenancy.api.TenantDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A checked catalogue in the words of the modules that take it over: quantities in smallest units. */
record CatalogueOffer(TenantDefinition tenant, List<Meter> meters, List<PlanDraft> plans,
                      List<ExtensionDraft> extensions, List<CreditDraft> credits, Optional<RateCard> rateCard,
                      List<GatewayRoute> routes) {

    static CatalogueOffer of(CatalogueFile file) {
        var tenant = new TenantDefinition(file.slug(), file.name(), file.currency(), file.locale(), file.timeZone(),
                file.sandbox(), CatalogueSettings.of(file));
        var meters = file.meters().stream().map(CatalogueOffer::meter).toList();
        var decimals = file.meters().stream()
                .collect(Collectors.toMap(CatalogueFile.MeterEntry::key, CatalogueFile.MeterEntry::decimals));
        String currency = file.currency().getCurrencyCode();
        return new CatalogueOffer(tenant, meters, file.plans().stream().map(p -> plan(p, currency, decimals)).toList(),
                file.extensions().stream().map(e -> extension(e, currency)).toList(),
                file.creditPackages().stream().map(c -> credit(c, currency, decimals)).toList(),
                Optional.ofNullable(file.rateCard()), file.routes().stream().map(CatalogueRoute::toRoute).toList());
    }

    private static Meter meter(CatalogueFile.MeterEntry meter) {
        var late = "nextPeriod".equals(meter.late()) ? Meter.LateEvents.NEXT_PERIOD : Meter.LateEvents.REOPEN;
        return new Meter(new MeterKey(meter.key()), meter.title(), meter.unit(), meter.decimals(), late);
    }

    private static PlanDraft plan(CatalogueFile.PlanEntry plan, String currency, Map<String, Integer> decimals) {
        Map<String, Long> quotas = plan.quotas().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                quota -> smallest(quota.getValue(), quota.getKey(), decimals)));
        return new PlanDraft(plan.slug(), plan.name(), plan.description(), plan.price(), currency, plan.interval(),
                plan.durationDays(), plan.maxVirtualPortfolios(), null, quotas, plan.requestsPerMinute(), plan.rank(),
                plan.features(), true, plan.overage());
    }

    private static ExtensionDraft extension(CatalogueFile.ExtensionEntry extension, String currency) {
        return new ExtensionDraft(extension.name(), extension.description(), extension.additionalCalls(),
                extension.price(), currency, true);
    }

    private static CreditDraft credit(CatalogueFile.CreditEntry credit, String currency,
                                      Map<String, Integer> decimals) {
        return new CreditDraft(credit.name(), credit.meter(), smallest(credit.credits(), credit.meter(), decimals),
                smallest(credit.bonus(), credit.meter(), decimals), credit.price(), currency, true);
    }

    private static long smallest(BigDecimal units, String meter, Map<String, Integer> decimals) {
        return CatalogueUnits.smallest(units, decimals.get(meter));
    }
}
