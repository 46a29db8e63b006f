package io.weir.subscriptions.domain;

import io.weir.kernel.api.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a draft, field by field, so that all of it is told at once. The first reason of a field stays. */
final class Complaints {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    void unless(boolean fine, String field, String reason) {
        if (!fine) {
            reasons.putIfAbsent(field, reason);
        }
    }

    /** Present and between the bounds, both included. */
    void unlessWithin(Number value, long least, long most, String field) {
        unless(value != null, field, "REQUIRED");
        unless(value == null || (value.longValue() >= least && value.longValue() <= most), field, "OUT_OF_RANGE");
    }

    void refuse() {
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), reasons).asException();
        }
    }
}
