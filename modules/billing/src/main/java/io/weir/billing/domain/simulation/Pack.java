package io.weir.billing.domain.simulation;

import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import java.util.UUID;

/** A package on sale: so many smallest units of a meter for a price. */
public record Pack(LineKind kind, UUID id, String name, long units, Money price) {
    public Pack {
        if (units < 1 || price.isNegative()) {
            throw new IllegalArgumentException(units + " units for " + price);
        }
    }
}
