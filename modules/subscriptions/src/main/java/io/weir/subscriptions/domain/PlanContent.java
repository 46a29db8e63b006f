package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.platform.api.Json;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Pricing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything an administrator decides about a plan. A draft is laid over what was there before – for a new plan over
 * {@link #blank} – and the result is checked as a whole.
 */
public record PlanContent(String name, String description, Price price, String interval, Integer days, Integer rank,
                          Map<String, Long> quotas, Integer requestsPerMinute, Integer maxVirtualPortfolios,
                          Map<String, Object> features, boolean active, String overage, Integer trialDays,
                          String family, String renewal, List<ChargeDraft> charges, BigDecimal minimum) {
    static final String MONTH = "month";
    static final String YEAR = "year";
    static final String DAYS = "days";
    static final String LIFETIME = "lifetime";
    private static final String CALLS = MeterKey.CALLS.value();
    private static final Set<String> INTERVALS = Set.of(MONTH, YEAR, DAYS, LIFETIME);
    private static final int LONGEST_TERM_DAYS = 3_650;
    /** A tenth of what an allowance may hold: extensions come on top. */
    private static final long MOST_UNITS = 100_000_000_000_000L;
    private static final int MOST = 1_000_000;
    private static final int LARGEST_FEATURES_BYTES = 16 * 1024;
    private static final int MOST_METERS = 16;
    private static final int LONGEST_TRIAL_DAYS = 365;
    private static final String NO_RENEWAL = Plan.Renewal.NONE.word();

    /** A plan that nobody has said anything about yet. */
    public static PlanContent blank(Currency currency, int rank) {
        var price = new Price(null, currency.getCurrencyCode());
        return new PlanContent(null, null, price, null, null, rank, Map.of(), 0, null, Map.of(), true,
                Overage.REFUSE.word(), 0, null, NO_RENEWAL, List.of(), null);
    }

    /** Refused: {@code VALIDATION_FAILED} with every bad field. */
    public PlanContent with(PlanDraft draft) {
        var changed = overlaid(draft);
        var complaints = new Complaints();
        complaints.unless(draft.slug() == null || Slugs.isLabel(draft.slug()), "slug", "BAD_SLUG");
        changed.check(complaints);
        complaints.refuse();
        return changed;
    }

    private PlanContent overlaid(PlanDraft draft) {
        boolean sameTerm = draft.interval() == null && draft.durationDays() == null;
        var newInterval = sameTerm ? interval : or(draft.interval(), DAYS);
        boolean keepsDays = sameTerm || (DAYS.equals(newInterval) && draft.durationDays() == null);
        return new PlanContent(or(Wording.tidy(draft.name()), name), or(Wording.tidy(draft.description()), description),
                price.with(draft.price(), draft.currency()), newInterval, keepsDays ? days : draft.durationDays(),
                or(draft.rank(), rank), quotasWith(draft), or(draft.requestsPerMinute(), requestsPerMinute),
                or(draft.maxVirtualPortfolios(), maxVirtualPortfolios), or(draft.features(), features),
                or(draft.isActive(), active), or(draft.overage(), overage), or(draft.trialDays(), trialDays),
                present(or(draft.family(), family)), or(draft.renewal(), renewal), or(draft.charges(), charges),
                positive(or(draft.minimum(), minimum)));
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static BigDecimal positive(BigDecimal amount) {
        return amount == null || amount.signum() == 0 ? null : amount;
    }

    private Map<String, Long> quotasWith(PlanDraft draft) {
        var merged = new TreeMap<String, Long>();
        or(draft.quotas(), quotas).forEach((meter, units) -> merged.put(String.valueOf(meter), units));
        if (draft.apiLimit() != null) {
            merged.put(CALLS, draft.apiLimit());
        }
        return merged;
    }

    private void check(Complaints complaints) {
        Wording.check(name, description, complaints);
        price.check(complaints);
        checkTerm(complaints);
        checkQuotas(complaints);
        complaints.unless(isOverage(overage), "overage", "BAD_OVERAGE");
        complaints.unlessWithin(rank, 0, MOST, "rank");
        complaints.unlessWithin(requestsPerMinute, 0, MOST, "requestsPerMinute");
        if (maxVirtualPortfolios != null) {
            complaints.unlessWithin(maxVirtualPortfolios, 1, Integer.MAX_VALUE, "maxVirtualPortfolios");
        }
        int bytes = Json.write(features).getBytes(StandardCharsets.UTF_8).length;
        complaints.unless(bytes <= LARGEST_FEATURES_BYTES, "features", "TOO_LONG");
        checkSale(complaints);
    }

    private void checkSale(Complaints complaints) {
        complaints.unlessWithin(trialDays, 0, LONGEST_TRIAL_DAYS, "trialDays");
        complaints.unless(family == null || Slugs.isLabel(family), "family", "BAD_SLUG");
        complaints.unless(NO_RENEWAL.equals(renewal) || Plan.Renewal.INVOICE.word().equals(renewal), "renewal",
                "NOT_AN_OPTION");
        Charges.check(charges, complaints);
        price.checkMinimum(minimum, complaints);
        boolean endless = LIFETIME.equals(interval);
        complaints.unless(!endless || NO_RENEWAL.equals(renewal), "renewal", "NEEDS_PERIODS");
        complaints.unless(!endless || charges.isEmpty(), "charges", "NEEDS_PERIODS");
        complaints.unless(!endless || minimum == null, "minimum", "NEEDS_PERIODS");
    }

    private void checkTerm(Complaints complaints) {
        if (interval == null || DAYS.equals(interval)) {
            complaints.unlessWithin(days, 1, LONGEST_TERM_DAYS, "durationDays");
        } else {
            complaints.unless(INTERVALS.contains(interval), "interval", "NOT_AN_OPTION");
            complaints.unless(days == null, "durationDays", "ONLY_WITH_DAYS");
        }
    }

    private void checkQuotas(Complaints complaints) {
        complaints.unless(quotas.size() <= MOST_METERS, "quotas", "OUT_OF_RANGE");
        quotas.forEach((meter, units) -> {
            complaints.unless(isMeter(meter), "quotas", "BAD_METER");
            complaints.unlessWithin(units, 1, MOST_UNITS, CALLS.equals(meter) ? "apiLimit" : "quotas");
        });
    }

    /** The shape of a {@link MeterKey}, asked for as a question so that the other fields' faults are told as well. */
    static boolean isMeter(String key) {
        return key != null && key.matches("[a-z][a-z0-9_.-]{0,63}");
    }

    private static boolean isOverage(String word) {
        try {
            Overage.parse(word);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** What becomes of use beyond the quotas. */
    public Overage rule() {
        return Overage.parse(overage);
    }

    public Money money() {
        return price.money();
    }

    public Plan.Term term() {
        return new Plan.Term(interval, days == null ? OptionalInt.empty() : OptionalInt.of(days));
    }

    public Pricing pricing() {
        return new Pricing(charges.stream().map(ChargeDraft::toCharge).toList(), minimumMoney());
    }

    public Optional<Money> minimumMoney() {
        return Optional.ofNullable(minimum).map(major -> Money.ofMajor(major, money().currency()));
    }

    public Plan.Renewal renewalRule() {
        return NO_RENEWAL.equals(renewal) ? Plan.Renewal.NONE : Plan.Renewal.INVOICE;
    }

    /** Neither its period costs anything nor its use. */
    public boolean costsNothing() {
        return money().isZero() && pricing().isNone();
    }

    /** Whether the other one sells the same: how a number was typed is no difference. */
    public boolean sellsAs(PlanContent other) {
        return asRead(facts()).equals(asRead(other.facts()));
    }

    private static Map<?, ?> asRead(Map<String, Object> facts) {
        return Json.read(Json.write(facts), Map.class);
    }

    /** As the audit log shows it, and its versions keep it. */
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("description", description);
        facts.put("price", money().major());
        facts.put("currency", price.currency());
        facts.put("interval", interval);
        facts.put("durationDays", days);
        facts.put("rank", rank);
        facts.put("quotas", quotas);
        facts.put("overage", rule().word());
        facts.put("requestsPerMinute", requestsPerMinute);
        facts.put("maxVirtualPortfolios", maxVirtualPortfolios);
        facts.put("features", features);
        facts.put("isActive", active);
        facts.put("trialDays", trialDays);
        facts.put("family", family);
        facts.put("renewal", renewal);
        facts.put("charges", charges);
        facts.put("minimum", minimumMoney().map(Money::major).orElse(null));
        return facts;
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }
}
