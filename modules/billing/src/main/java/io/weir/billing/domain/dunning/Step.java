package io.weir.billing.domain.dunning;

import java.util.Locale;

/** Something that happens so many days after the day from which is counted, or before it. */
public record Step(Kind kind, int days) {
    /** In the order in which they happen on one day: money is tried before anybody is reminded of it. */
    public enum Kind {
        RETRY, REMIND, UNPAID, GIVE_UP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
