package io.weir.subscriptions.domain;

import io.weir.subscriptions.api.ChargeDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** {@link PlanContent#facts} as a version keeps them; the price is beside them. */
record Kept(String name, String description, String interval, Integer durationDays, Integer rank,
            Map<String, Long> quotas, String overage, Integer requestsPerMinute, Integer maxVirtualPortfolios,
            Map<String, Object> features, boolean isActive, Integer trialDays, String family, String renewal,
            List<ChargeDraft> charges, BigDecimal minimum) {

    PlanContent toContent(Price price) {
        return new PlanContent(name, description, price, interval, durationDays, rank, quotas,
                requestsPerMinute, maxVirtualPortfolios, features, isActive, overage, trialDays, family, renewal,
                charges, minimum);
    }
}
