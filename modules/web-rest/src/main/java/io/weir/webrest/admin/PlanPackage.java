package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.PlanVersion;
import io.weir.webrest.http.Texts;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Plan;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A subscription package as its administrators see it. Prices are numbers in major units, quotas in smallest ones;
 * {@code overage} is {@code refuse}, {@code allow} or a share such as {@code 10%}; {@code version} counts its changes.
 */
public record PlanPackage(UUID id, String slug, String name, String description, BigDecimal price, String currency,
                          String interval, OptionalInt durationDays, OptionalInt maxVirtualPortfolios,
                          Optional<Long> apiLimit, Map<String, Long> quotas, int requestsPerMinute, int rank,
                          Map<String, Object> features, boolean isActive, String overage, int trialDays,
                          String family, String renewal, List<ChargeDraft> charges, Optional<BigDecimal> minimum,
                          int version, Instant createdAt, Instant updatedAt) {
    static PlanPackage of(Plan plan) {
        return new PlanPackage(plan.id(), plan.slug(), plan.name(), plan.description(), plan.price().major(),
                plan.price().currency().getCurrencyCode(), plan.term().interval(), plan.term().days(),
                plan.maxVirtualPortfolios(), plan.apiLimit(), plan.quotas(), plan.requestsPerMinute(), plan.rank(),
                plan.features(), plan.active(), plan.overage().word(), plan.trialDays(), plan.family(),
                plan.renewal().word(),
                plan.pricing().charges().stream().map(ChargeDraft::of).toList(),
                plan.pricing().minimum().map(Money::major), plan.version(), plan.createdAt(), plan.updatedAt());
    }

    /** What it was from {@code since} on. {@code by}: who changed it. */
    public record Version(Instant since, String by, @JsonProperty("package") PlanPackage subject) {
        static Version of(PlanVersion version) {
            return new Version(version.since(), version.by(), PlanPackage.of(version.plan()));
        }
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
                        Map<String, Object> features, @JsonAlias("is_active") Boolean isActive, String overage,
                        @JsonAlias("trial_days") Integer trialDays, String family, String renewal,
                        List<ChargeDraft> charges,
                        @Digits(integer = 15, fraction = 9, message = "OUT_OF_RANGE") BigDecimal minimum) {
        PlanDraft toPlanDraft() {
            return new PlanDraft(Texts.trimmed(slug), Texts.trimmed(name), description, price, Texts.trimmed(currency),
                    Texts.trimmed(interval), durationDays, maxVirtualPortfolios, apiLimit, quotas, requestsPerMinute,
                    rank, features, isActive, Texts.trimmed(overage), trialDays, family, Texts.trimmed(renewal),
                    charges, minimum);
        }
    }
}
