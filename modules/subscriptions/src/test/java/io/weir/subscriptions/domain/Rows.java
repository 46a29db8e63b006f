package io.weir.subscriptions.domain;

import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/** Rows to test with. */
public final class Rows {
    private static final Currency VND = Currency.getInstance("VND");
    private static final Instant WHEN = Instant.parse("2026-10-01T00:00:00Z");

    private Rows() {
    }

    public static StoredPlan free() {
        return plan("free", "lifetime", "0", 0, Map.of("calls", 100L));
    }

    public static StoredPlan monthlyFree() {
        return plan("free", "month", "0", 0, Map.of("calls", 100L));
    }

    public static StoredPlan plan(String slug, String price, int rank) {
        return plan(slug, "days", price, rank, Map.of("calls", 1_000L));
    }

    public static StoredPlan plan(String slug, String interval, String price, int rank, Map<String, Long> quotas) {
        var days = interval.equals("days") ? 30 : null;
        var draft = new PlanDraft(slug, "Plan " + slug, null, new BigDecimal(price), null, interval, days, null, null,
                quotas, 60 * (rank + 1), rank, null, null, null);
        return new StoredPlan(UUID.randomUUID(), slug, PlanContent.blank(VND, rank).with(draft), WHEN);
    }

    public static StoredExtension extension(long calls) {
        var draft = new ExtensionDraft("Extension " + calls, null, calls, new BigDecimal("49000"), null, null);
        return new StoredExtension(UUID.randomUUID(), ExtensionContent.blank(VND).with(draft), WHEN);
    }
}
