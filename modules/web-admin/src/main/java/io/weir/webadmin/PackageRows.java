package io.weir.webadmin;

import io.weir.billing.api.Revenue;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.PackageStatistics;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Packages with how they sell. */
@RequestScoped
public class PackageRows {
    @Inject
    private PackageStatistics statistics;
    @Inject
    private Revenue revenue;
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Map<String, Meter> known;

    PlanRow row(Plan plan) {
        var counts = statistics.plan(visitor.tenantId(), plan.id());
        String price = plan.isFree() ? format.text("free") : format.money(plan.price());
        int most = plan.requestsPerMinute();
        return new PlanRow(plan.id().toString(), plan.name(), plan.slug(), price, term(plan.term()), quotas(plan),
                most == 0 ? format.text("unlimited") : format.number(most), format.number(counts.active()),
                format.number(counts.total()), format.money(revenue.ofPlan(visitor.tenantId(), plan.id())),
                plan.active());
    }

    ExtensionRow row(ExtensionPackage extension) {
        var sold = statistics.extension(visitor.tenantId(), extension.id());
        return new ExtensionRow(extension.id().toString(), extension.name(), format.money(extension.price()),
                format.number(extension.additionalCalls()), format.number(sold.purchases()),
                format.number(sold.calls()), format.money(revenue.ofExtension(visitor.tenantId(), extension.id())),
                extension.active());
    }

    String term(Plan.Term term) {
        return term.days().isPresent() ? format.text("term.inDays", term.days().getAsInt())
                : format.text("term." + term.interval());
    }

    private String quotas(Plan plan) {
        return plan.quotas().isEmpty() ? Format.NOTHING
                : plan.quotas().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(quota -> quota(quota.getKey(), quota.getValue())).collect(Collectors.joining(", "));
    }

    private String quota(String key, long units) {
        var meter = meters().get(key);
        return meter == null ? format.number(units) + " " + key
                : format.quantity(units, meter.decimals()) + " " + meter.title();
    }

    private Map<String, Meter> meters() {
        if (known == null) {
            known = meters.of(visitor.tenantId()).stream()
                    .collect(Collectors.toMap(m -> m.key().value(), Function.identity()));
        }
        return known;
    }

    /** A plan in the list; {@code active} and {@code total} count its subscriptions. */
    public record PlanRow(String id, String name, String slug, String price, String term, String quotas,
                          String perMinute, String active, String total, String revenue, boolean onSale) {
    }

    /** An extension in the list; {@code sold} counts the calls sold with it. */
    public record ExtensionRow(String id, String name, String price, String calls, String purchases, String sold,
                               String revenue, boolean onSale) {
    }
}
