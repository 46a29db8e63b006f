package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What operations cost in units of one meter. Kept as JSON among the tenant's settings, under
 * {@link CatalogueSettings#RATE_CARD}.
 */
record RateCard(String meter, Map<String, Operation> operations) {
    RateCard {
        operations = operations == null ? Map.of() : Map.copyOf(operations);
    }

    /**
     * {@code base} is for one operation, or for each started ({@code perStarted}) or exact ({@code per}) {@code size}
     * of an attribute.
     */
    record Operation(BigDecimal base, Step perStarted, Step per, List<Modifier> modifiers) {
        Operation {
            modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
        }
    }

    /** So much of a numeric attribute. */
    record Step(String attribute, BigDecimal size) {
    }

    /** Adds {@code percent} of the base when the attribute equals a word, or is above a number. */
    record Modifier(String attribute, String equals, BigDecimal above, BigDecimal percent) {
    }
}
