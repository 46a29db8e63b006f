package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything an administrator decides about an extension package. */
public record ExtensionContent(String name, String description, Long additionalCalls, Price price, boolean active) {
    private static final long MOST_CALLS = 1_000_000_000_000L;

    /** An extension that nobody has said anything about yet. */
    public static ExtensionContent blank(Currency currency) {
        return new ExtensionContent(null, null, null, new Price(null, currency.getCurrencyCode()), true);
    }

    /** Refused: {@code VALIDATION_FAILED} with every bad field. */
    public ExtensionContent with(ExtensionDraft draft) {
        var changed = new ExtensionContent(draft.name() == null ? name : Wording.tidy(draft.name()),
                draft.description() == null ? description : Wording.tidy(draft.description()),
                draft.additionalCalls() == null ? additionalCalls : draft.additionalCalls(),
                price.with(draft.price(), draft.currency()), draft.isActive() == null ? active : draft.isActive());
        var complaints = new Complaints();
        Wording.check(changed.name, changed.description, complaints);
        complaints.unlessWithin(changed.additionalCalls, 1, MOST_CALLS, "additionalCalls");
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
        facts.put("description", description);
        facts.put("additionalCalls", additionalCalls);
        facts.put("price", price.major());
        facts.put("currency", price.currency());
        facts.put("isActive", active);
        return facts;
    }
}
