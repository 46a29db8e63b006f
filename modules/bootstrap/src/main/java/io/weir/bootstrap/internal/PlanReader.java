package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.ChargeEntry;
import io.weir.bootstrap.internal.CatalogueFile.PlanEntry;
import io.weir.bootstrap.internal.CatalogueFile.TierEntry;
import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.ChargeDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One plan, with what its use costs. */
final class PlanReader {
    private static final List<String> INTERVALS = List.of("month", "year", "days", "lifetime");
    private static final List<String> MODELS =
            List.of(ChargeDraft.PER_UNIT, ChargeDraft.GRADUATED, ChargeDraft.VOLUME, ChargeDraft.PACKAGE);
    private static final int LONGEST_TERM_DAYS = 3_650;
    private static final int LONGEST_TRIAL_DAYS = 365;
    private static final int MOST = 1_000_000;
    private final Section plan;
    private final OfferReader offers;

    PlanReader(Section plan, OfferReader offers) {
        this.plan = plan;
        this.offers = offers;
    }

    PlanEntry read() {
        var slug = plan.needText("slug");
        plan.require(slug == null || slug.matches(TenantReader.LABEL), "slug", "BAD_SLUG");
        var interval = plan.needed("interval") ? plan.option("interval", INTERVALS) : null;
        var read = new PlanEntry(slug, offers.name(plan), offers.description(plan), offers.price(plan),
                offers.currency(plan), interval, days(interval),
                plan.needed("rank") ? plan.count("rank", 0, MOST) : null, quotas(),
                plan.needed("requestsPerMinute") ? plan.count("requestsPerMinute", 0, MOST) : null,
                plan.count("maxVirtualPortfolios", 1, Integer.MAX_VALUE), plan.members("features"), overage(),
                plan.count("trialDays", 0, LONGEST_TRIAL_DAYS), family(slug),
                plan.option("renewal", List.of("none", "invoice")), charges(), offers.amount(plan, "minimum"));
        if ("lifetime".equals(interval)) {
            plan.require(!"invoice".equals(read.renewal()), "renewal", "NEEDS_PERIODS");
            plan.require(read.charges().isEmpty(), "charges", "NEEDS_PERIODS");
            plan.require(read.minimum() == null, "minimum", "NEEDS_PERIODS");
        }
        plan.done();
        return read;
    }

    private Integer days(String interval) {
        boolean ofDays = "days".equals(interval);
        var days = plan.count("durationDays", 1, LONGEST_TERM_DAYS);
        plan.require(!ofDays || plan.has("durationDays"), "durationDays", "REQUIRED");
        plan.require(ofDays || interval == null || !plan.has("durationDays"), "durationDays", "ONLY_WITH_DAYS");
        return days;
    }

    private Map<String, BigDecimal> quotas() {
        var quotas = new LinkedHashMap<String, BigDecimal>();
        plan.section("quotas").ifPresent(section -> section.each((meter, values) -> {
            offers.requireMeter(values, meter, meter);
            quotas.put(meter, offers.above(values, meter, meter));
        }));
        return quotas;
    }

    private String overage() {
        var word = plan.text("overage");
        try {
            return Overage.parse(word).equals(Overage.REFUSE) ? null : Overage.parse(word).word();
        } catch (IllegalArgumentException unreadable) {
            plan.fault("overage", "BAD_OVERAGE");
            return null;
        }
    }

    private String family(String slug) {
        var family = plan.text("family");
        plan.require(family == null || family.matches(TenantReader.LABEL), "family", "BAD_SLUG");
        return family == null || family.equals(slug) ? null : family;
    }

    private List<ChargeEntry> charges() {
        var charges = new ArrayList<ChargeEntry>();
        var meters = new HashMap<String, Integer>();
        for (var section : plan.sections("charges")) {
            var charge = charge(section);
            section.unlike(meters, "meter", charge.meter());
            section.done();
            charges.add(charge);
        }
        return charges;
    }

    private ChargeEntry charge(Section section) {
        var meter = offers.meter(section);
        var model = section.needed("model") ? section.option("model", MODELS) : null;
        boolean perUnit = ChargeDraft.PER_UNIT.equals(model);
        boolean packages = ChargeDraft.PACKAGE.equals(model);
        boolean tiered = ChargeDraft.GRADUATED.equals(model) || ChargeDraft.VOLUME.equals(model);
        belongs(section, "unitPrice", perUnit, model);
        belongs(section, "tiers", tiered, model);
        belongs(section, "size", packages, model);
        belongs(section, "price", packages, model);
        return new ChargeEntry(meter, model, offers.quantity(section, "included", meter, BigDecimal.ZERO),
                unitPrice(section, "unitPrice"), tiers(section, meter), offers.above(section, "size", meter),
                unitPrice(section, "price"));
    }

    /** It is there exactly with the models that need it. */
    private static void belongs(Section section, String key, boolean needed, String model) {
        if (needed) {
            section.needed(key);
        } else {
            section.require(model == null || !section.has(key), key, "NOT_WITH_MODEL");
        }
    }

    private static BigDecimal unitPrice(Section section, String key) {
        var price = section.number(key);
        section.require(price == null || price.signum() >= 0, key, "NEGATIVE");
        section.require(price == null || price.stripTrailingZeros().scale() <= 12, key, "TOO_PRECISE");
        return price;
    }

    private List<TierEntry> tiers(Section section, String meter) {
        var tiers = new ArrayList<TierEntry>();
        var sections = section.sections("tiers");
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < sections.size(); i++) {
            var tier = sections.get(i);
            boolean last = i == sections.size() - 1;
            tier.needed("unitPrice");
            var upTo = offers.quantity(tier, "upTo", meter, BigDecimal.ZERO);
            tier.require(tier.has("upTo") != last && (upTo == null || upTo.compareTo(before) > 0), "upTo",
                    "BAD_TIERS");
            before = upTo == null ? before : upTo;
            tiers.add(new TierEntry(upTo, unitPrice(tier, "unitPrice"), unitPrice(tier, "flat")));
            tier.done();
        }
        section.require(!section.has("tiers") || !tiers.isEmpty(), "tiers", "BAD_TIERS");
        return tiers;
    }
}
