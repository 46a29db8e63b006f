package io.weir.subscriptions.app;

import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Drafts that say only some things. */
final class Drafts {
    private Drafts() {
    }

    @SuppressWarnings("unchecked")
    static PlanDraft plan(Map<String, Object> f) {
        var price = f.get("price") == null ? null : new BigDecimal((String) f.get("price"));
        return new PlanDraft((String) f.get("slug"), (String) f.get("name"),
                null, price, null, (String) f.get("interval"),
                (Integer) f.get("durationDays"), null, (Long) f.get("apiLimit"),
                (Map<String, Long>) f.get("quotas"), null,
                (Integer) f.get("rank"), null, (Boolean) f.get("isActive"), (String) f.get("overage"),
                (Integer) f.get("trialDays"), (String) f.get("family"), (String) f.get("renewal"),
                (List<ChargeDraft>) f.get("charges"), (BigDecimal) f.get("minimum"));
    }
}
