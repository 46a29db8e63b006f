package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueChange.Concerned;
import io.weir.bootstrap.api.CatalogueChange.Impact;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PlanUses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whom a change of plans concerns, and what it does to what comes in by the month. */
@ApplicationScoped
public class CatalogueImpact {
    private static final int MOST_SHOWN = 100;
    private static final int FINE = 12;
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal THIRTY = BigDecimal.valueOf(30);
    @Inject
    private Catalogue catalogue;
    @Inject
    private PlanUses uses;

    /** How a plan is used now; none for one that is not there yet. */
    record Used(Plan plan, long running, long going) {
    }

    /** By slug, those off sale too. Asked before anything is changed. */
    Map<String, Used> used(TenantId tenant) {
        var byPlan = uses.all(tenant).stream().collect(Collectors.toMap(PlanUses.Use::plan, Function.identity()));
        return catalogue.plans(tenant, true).stream().collect(Collectors.toMap(Plan::slug, plan -> {
            var use = byPlan.getOrDefault(plan.id(), new PlanUses.Use(plan.id(), 0, 0));
            return new Used(plan, use.running(), use.going());
        }));
    }

    /** {@code slugs}: the plans that change. */
    Impact of(TenantId tenant, Map<String, Used> used, CatalogueFile wanted, Set<String> slugs) {
        var entries = wanted.plans().stream().collect(Collectors.toMap(PlanEntry::slug, Function.identity()));
        var currency = wanted.currency();
        var before = sum(used, plan -> monthly(plan.price().major(), plan.term().interval(), days(plan)), currency);
        var after = sum(used, plan -> Optional.ofNullable(entries.get(plan.slug()))
                .map(entry -> monthly(entry.price(), entry.interval(), entry.durationDays()))
                .orElseGet(() -> monthly(plan.price().major(), plan.term().interval(), days(plan))), currency);
        var concerned = slugs.stream().map(used::get).filter(use -> use != null && use.running() > 0).toList();
        return new Impact(currency.getCurrencyCode(), before, after,
                concerned.stream().mapToLong(Used::running).sum(), shown(tenant, concerned), Optional.empty());
    }

    private List<Concerned> shown(TenantId tenant, List<Used> concerned) {
        var shown = new ArrayList<Concerned>();
        for (var use : concerned) {
            int room = MOST_SHOWN - shown.size();
            if (room > 0) {
                uses.holders(tenant, use.plan().id(), room).forEach(holder -> shown.add(new Concerned(
                        holder.subscription(), account(holder), use.plan().slug(),
                        holder.periodEnd().filter(end -> !holder.ends()))));
            }
        }
        return shown;
    }

    private static UUID account(PlanUses.Holder holder) {
        return holder.account().value();
    }

    /** Of the plans in that currency: others cannot be added up. Rounded once, at the end. */
    private static BigDecimal sum(Map<String, Used> used, Function<Plan, BigDecimal> monthly, Currency currency) {
        return used.values().stream().filter(use -> use.plan().price().currency().equals(currency))
                .map(use -> monthly.apply(use.plan()).multiply(BigDecimal.valueOf(use.going())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    /** A year's price is of twelve months, and a month has thirty days; what is bought once recurs never. */
    static BigDecimal monthly(BigDecimal price, String interval, Integer days) {
        return switch (interval) {
            case "month" -> price;
            case "year" -> price.divide(TWELVE, FINE, RoundingMode.HALF_UP);
            case "days" -> price.multiply(THIRTY).divide(BigDecimal.valueOf(days), FINE, RoundingMode.HALF_UP);
            default -> BigDecimal.ZERO;
        };
    }

    private static Integer days(Plan plan) {
        return plan.term().days().isPresent() ? plan.term().days().getAsInt() : null;
    }
}
