package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.ChargeEntry;
import io.weir.bootstrap.internal.CatalogueFile.CreditEntry;
import io.weir.bootstrap.internal.CatalogueFile.ExtensionEntry;
import io.weir.bootstrap.internal.CatalogueFile.MeterEntry;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.bootstrap.internal.CatalogueFile.TierEntry;
import io.weir.kernel.api.Money;
import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A catalogue as members and values, in one order, without what is absent or as usual: two that sell the same are
 * equal. This is what a file is written from.
 */
final class CatalogueTree {
    private final CatalogueFile file;

    private CatalogueTree(CatalogueFile file) {
        this.file = file;
    }

    static Map<String, Object> of(CatalogueFile file) {
        return new CatalogueTree(file).members();
    }

    private Map<String, Object> members() {
        var root = new Members().with("slug", file.slug()).with("name", file.name())
                .with("currency", file.currency().getCurrencyCode()).with("locale", file.locale().toLanguageTag())
                .with("timeZone", file.timeZone().getId()).with("sandbox", file.sandbox()).with("brand", brand())
                .with("corsOrigins", file.corsOrigins()).with("settings", file.settings())
                .with("gateways", file.gateways()).with("bankAccount", bank());
        BillingTree.add(root, file.billing());
        return root.with("meters", file.meters().stream().map(CatalogueTree::meter).toList())
                .with("plans", file.plans().stream().map(this::plan).toList())
                .with("extensions", file.extensions().stream().map(this::extension).toList())
                .with("creditPackages", file.creditPackages().stream().map(this::credit).toList())
                .with("coupons", BillingTree.coupons(file.billing()))
                .with("rateCard", file.rateCard() == null ? null : card(file.rateCard()))
                .with("routes", file.routes().stream().map(RouteTree::of).toList()).all();
    }

    private Map<String, Object> brand() {
        var brand = file.brand();
        return new Members().with("title", brand.title()).with("tagline", brand.tagline())
                .with("accent", brand.accent()).all();
    }

    private Map<String, Object> bank() {
        var bank = file.bankAccount();
        return bank == null ? null : new Members().with("name", bank.name()).with("bin", bank.bin())
                .with("account", bank.account()).with("iban", bank.iban()).with("bic", bank.bic())
                .with("holder", bank.holder()).all();
    }

    private static Map<String, Object> meter(MeterEntry meter) {
        return new Members().with("key", meter.key()).with("title", meter.title()).with("unit", meter.unit())
                .with("decimals", meter.decimals()).unless("late", meter.late(), "reopen").all();
    }

    private Map<String, Object> plan(PlanEntry plan) {
        return new Members().with("slug", plan.slug()).with("name", plan.name())
                .with("description", plan.description()).with("price", price(plan.price(), plan.currency()))
                .with("currency", plan.currency()).with("interval", plan.interval())
                .with("durationDays", plan.durationDays()).with("family", plan.family())
                .unless("trialDays", plan.trialDays(), 0).unless("renewal", plan.renewal(), "none")
                .with("rank", plan.rank()).with("quotas", new java.util.TreeMap<>(plan.quotas()))
                .unless("overage", plan.overage(), "refuse")
                .with("charges", plan.charges().stream().map(CatalogueTree::charge).toList())
                .with("minimum", price(plan.minimum(), plan.currency()))
                .with("requestsPerMinute", plan.requestsPerMinute())
                .with("maxVirtualPortfolios", plan.maxVirtualPortfolios()).with("features", plan.features()).all();
    }

    private static Map<String, Object> charge(ChargeEntry charge) {
        return new Members().with("meter", charge.meter()).with("model", charge.model())
                .with("included", charge.included()).with("unitPrice", charge.unitPrice())
                .with("tiers", charge.tiers().stream().map(CatalogueTree::tier).toList())
                .with("size", charge.size()).with("price", charge.price()).all();
    }

    private static Map<String, Object> tier(TierEntry tier) {
        var flat = tier.flat() == null || tier.flat().signum() == 0 ? null : tier.flat();
        return new Members().with("upTo", tier.upTo()).with("unitPrice", tier.unitPrice()).with("flat", flat).all();
    }

    private Map<String, Object> extension(ExtensionEntry extension) {
        return new Members().with("name", extension.name()).with("description", extension.description())
                .with("additionalCalls", extension.additionalCalls())
                .with("price", price(extension.price(), extension.currency()))
                .with("currency", extension.currency()).all();
    }

    private Map<String, Object> credit(CreditEntry credit) {
        return new Members().with("name", credit.name()).with("meter", credit.meter())
                .with("credits", credit.credits()).with("bonus", credit.bonus())
                .with("price", price(credit.price(), credit.currency())).with("currency", credit.currency()).all();
    }

    private Object price(BigDecimal price, String currency) {
        var known = currency == null ? file.currency() : Currency.getInstance(currency);
        return price == null ? null : new Members.Exact(Money.ofMajor(price, known).major());
    }

    private static Map<String, Object> card(RateCard card) {
        var operations = new LinkedHashMap<String, Object>();
        card.operations().forEach((name, terms) -> operations.put(name, operation(terms)));
        return new Members().with("meter", card.meter()).with("operations", operations).all();
    }

    private static Map<String, Object> operation(RateCard.Operation terms) {
        return new Members().with("base", terms.base()).with("perStarted", step(terms.perStarted()))
                .with("per", step(terms.per())).with("modifiers", modifiers(terms)).all();
    }

    private static Map<String, Object> step(RateCard.Step step) {
        return step == null ? null
                : new Members().with("attribute", step.attribute()).with("size", step.size()).all();
    }

    private static List<Map<String, Object>> modifiers(RateCard.Operation terms) {
        return terms.modifiers().stream().map(modifier -> new Members().with("attribute", modifier.attribute())
                .with("equals", modifier.equals()).with("above", modifier.above())
                .with("percent", modifier.percent()).all()).toList();
    }
}
