package io.weir.billing.domain.pricing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a line is for. */
public enum LineKind {
    PLAN, PRORATION, USAGE, MINIMUM, EXTENSION, CREDITS, DISCOUNT, OTHER;

    /** As in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a plan, so that a coupon for that plan counts for it. */
    boolean isOfPlan() {
        return this == PLAN || this == USAGE || this == MINIMUM;
    }

    /** Known only when a period is over. */
    boolean isAfterwards() {
        return this == USAGE || this == MINIMUM;
    }
}
