package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Period;
import java.util.Optional;

/** What is to become a line. {@code words}: in the tenant's language. {@code period}: that it is for. */
public record Item(LineKind kind, String words, Optional<Period> period, How how, TaxDecision tax) {
}
