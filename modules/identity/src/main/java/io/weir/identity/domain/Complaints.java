package io.weir.identity.domain;

import io.weir.kernel.api.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with which field, so that one answer names everything. A field's first reason stays. */
public final class Complaints {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    public void add(String field, String reason) {
        reasons.putIfAbsent(field, reason);
    }

    public void addIf(boolean wrong, String field, String reason) {
        if (wrong) {
            add(field, reason);
        }
    }

    public void refuseIfAny() {
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), reasons).asException();
        }
    }
}
