package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.webrest.http.Texts;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Plan;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A subscription package as its administrators see it. Prices are numbers in major units, quotas in smallest ones;
 * {@code overage} is {@code refuse}, {@code allow} or a share such as {@code 10%}.
 */
public record PlanPackage(UUID id, String slug, String name, String description, BigDecimal price, String currency,
                          String interval, OptionalInt durationDays, OptionalInt maxVirtualPortfolios,
                          Optional<Long> apiLimit, Map<String, Long> quotas, int requestsPerMinute, int rank,
                          Map<String, Object> features, boolean isActive, String overage, Instant createdAt,
                          Instant updatedAt) {
    static PlanPackage of(Plan plan) {
        return new PlanPackage(plan.id(), plan.slug(), plan.name(), plan.description(), plan.price().major(),
                plan.price().currency().getCurrencyCode(), plan.term().interval(), plan.term().days(),
                plan.maxVirtualPortfolios(), plan.apiLimit(), plan.quotas(), plan.requestsPerMinute(), plan.rank(),
                plan.features(), plan.active(), plan.overage().word(), plan.createdAt(), plan.updatedAt());
    }

    /**
     * What an administrator sends; absent members keep their value, or get their default. The rules are the module's.
     */
    public record Draft(String slug, String name, String description,
                        @Digits(integer = 15, fraction = 9, message = "OUT_OF_RANGE") BigDecimal price, String currency,
                        String interval, @JsonAlias("duration_days") Integer durationDays,
                        @JsonAlias("max_virtual_portfolios") Integer maxVirtualPortfolios,
                        @JsonAlias("api_limit") Long apiLimit, Map<String, Long> quotas,
                        @JsonAlias("requests_per_minute") Integer requestsPerMinute, Integer rank,
                        Map<String, Object> features, @JsonAlias("is_active") Boolean isActive, String overage) {
        PlanDraft toPlanDraft() {
            return new PlanDraft(Texts.trimmed(slug), Texts.trimmed(name), description, price, Texts.trimmed(currency),
                    Texts.trimmed(interval), durationDays, maxVirtualPortfolios, apiLimit, quotas, requestsPerMinute,
                    rank, features, isActive, Texts.trimmed(overage));
        }
    }
}
