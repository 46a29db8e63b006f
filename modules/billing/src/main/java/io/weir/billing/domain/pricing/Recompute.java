package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.TaxDecision.Taxed;

/** A line's amounts once more, from what it keeps and nothing else. */
public final class Recompute {
    private Recompute() {
    }

    public static Taxed amount(Basis basis) {
        return basis.amounts();
    }

    /** @param basis as {@link Basis#json} wrote it */
    public static Taxed amount(String basis) {
        return amount(Basis.read(basis));
    }
}
