package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything an administrator decides about a credit package. */
public record CreditContent(String name, String meter, Long credits, Long bonus, Price price, boolean active) {
    private static final long MOST_UNITS = 100_000_000_000_000L;

    /** Refused: {@code VALIDATION_FAILED} with every bad field. No bonus means none. */
    public static CreditContent of(CreditDraft draft, Currency currency) {
        var content = new CreditContent(Wording.tidy(draft.name()), draft.meter(), draft.credits(),
                draft.bonus() == null ? Long.valueOf(0) : draft.bonus(),
                new Price(null, currency.getCurrencyCode()).with(draft.price(), draft.currency()),
                draft.isActive() == null || draft.isActive());
        var complaints = new Complaints();
        Wording.check(content.name, null, complaints);
        complaints.unless(PlanContent.isMeter(content.meter), "meter", "BAD_METER");
        complaints.unlessWithin(content.credits, 1, MOST_UNITS, "credits");
        complaints.unlessWithin(content.bonus, 0, MOST_UNITS, "bonus");
        content.price.check(complaints);
        complaints.refuse();
        return content;
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
