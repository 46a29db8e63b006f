package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Allowances.Adjustment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be true of an adjustment by hand. */
public final class AdjustmentRules {
    /** Of one allowance, in smallest units: keeps every sum far from overflow. */
    public static final long MOST = 1_000_000_000_000_000L;
    private static final int MOST_REASON = 500;
    /** Of the 120 that a source may have, some are for the number of each allowance that is lowered. */
    private static final int MOST_SOURCE = 110;

    private AdjustmentRules() {
    }

    /** Refused: {@code VALIDATION_FAILED} with everything that is wrong. */
    public static void check(Adjustment adjustment, Instant now) {
        var wrong = new TreeMap<String, String>();
        long quantity = adjustment.quantity();
        if (quantity == 0 || quantity > MOST || quantity < -MOST) {
            wrong.put("quantity", "OUT_OF_RANGE");
        }
        if (adjustment.until().filter(end -> !end.isAfter(now)).isPresent()) {
            wrong.put("until", "IN_THE_PAST");
        }
        text("reason", adjustment.reason(), MOST_REASON, wrong);
        text("source", adjustment.source(), MOST_SOURCE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), wrong).asException();
        }
    }

    private static void text(String field, String text, int most, Map<String, String> wrong) {
        if (text == null || text.isBlank()) {
            wrong.put(field, "REQUIRED");
        } else if (text.length() > most) {
            wrong.put(field, "TOO_LONG");
        }
    }
}
