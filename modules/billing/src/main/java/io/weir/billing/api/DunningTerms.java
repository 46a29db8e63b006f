package io.weir.billing.api;

import java.util.List;
import java.util.Locale;

/**
 * How a tenant goes after an invoice that is not paid. Days are counted from the day it is due, in the tenant's zone;
 * {@code reminders} may be before it (below zero). {@code retries}: when the account's credit and what its gateway
 * keeps is tried. {@code unpaidAfter}: when {@code then} happens to the plan that it is for. {@code giveUpAfter}: when
 * nobody asks any more; what was to be paid for a period that never began is given back by a credit note then,
 * anything else is uncollectible.
 */
public record DunningTerms(List<Integer> reminders, List<Integer> retries, int unpaidAfter, Then then,
        int giveUpAfter) {
    public static final DunningTerms USUAL =
            new DunningTerms(List.of(-3, 0, 3, 7), List.of(0, 3, 7), 10, Then.FREE, 60);

    public DunningTerms {
        reminders = reminders == null ? List.of() : List.copyOf(reminders);
        retries = retries == null ? List.of() : List.copyOf(retries);
        then = then == null ? Then.FREE : then;
    }

    /**
     * FREE: the free plan carries on, and paying brings the plan back. CANCEL: the plan ends for good, and a claim for
     * its next period with it. KEEP: nothing is taken away.
     */
    public enum Then {
        FREE, CANCEL, KEEP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
