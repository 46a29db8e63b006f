package io.weir.billing.domain.analytics;

import java.util.Optional;

/** For how long what was sold lasts, by what stands in a line's basis. */
public interface PlanTerms {
    /** {@code offer}: a plan's slug or id. Empty when no such version is known. */
    Optional<PlanTerm> of(String offer, int version);
}
