package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything an administrator decides about a credit package. */
public record CreditContent(String name, String meter, Long credits, Long bonus, Price price, boolean active) {
    private static final long MOST_UNITS = 100_000_000_000_000L;

    /** A package that nobody has said anything about yet. No bonus means none. */
    public static CreditContent blank(Currency currency) {
        return new CreditContent(null, null, null, 0L, new Price(null, currency.getCurrencyCode()), true);
    }

    /**
     * Refused: {@code VALIDATION_FAILED} with every bad field. The meter stays: quantities of another one would mean
     * something else.
     */
    public CreditContent with(CreditDraft draft) {
        var changed = new CreditContent(draft.name() == null ? name : Wording.tidy(draft.name()),
                draft.meter() == null ? meter : draft.meter(), draft.credits() == null ? credits : draft.credits(),
                draft.bonus() == null ? bonus : draft.bonus(), price.with(draft.price(), draft.currency()),
                draft.isActive() == null ? active : draft.isActive());
        var complaints = new Complaints();
        Wording.check(changed.name, null, complaints);
        complaints.unless(PlanContent.isMeter(changed.meter), "meter", "BAD_METER");
        complaints.unless(meter == null || meter.equals(changed.meter), "meter", "NOT_CHANGEABLE");
        complaints.unlessWithin(changed.credits, 1, MOST_UNITS, "credits");
        complaints.unlessWithin(changed.bonus, 0, MOST_UNITS, "bonus");
        changed.price.check(complaints);
        complaints.refuse();
        return changed;
    }

    public Money money() {
        return price.money();
    }

    /** As the audit log shows it. */
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("meter", meter);
        facts.put("credits", credits);
        facts.put("bonus", bonus);
        facts.put("price", price.major());
        facts.put("currency", price.currency());
        facts.put("isActive", active);
        return facts;
    }
}
