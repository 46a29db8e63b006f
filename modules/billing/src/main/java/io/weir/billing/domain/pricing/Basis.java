package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.TaxDecision.Taxed;

/** All that a line's amounts are made of. */
public record Basis(How how, TaxDecision tax) {
    /** What {@link #json} wrote, from however long ago. */
    public static Basis read(String json) {
        return Canonical.read(json, Basis.class);
    }

    public String json() {
        return Canonical.json(this);
    }

    /** The one way to a line's amounts, the first time and ever after. */
    Taxed amounts() {
        return tax.on(how.amount());
    }
}
