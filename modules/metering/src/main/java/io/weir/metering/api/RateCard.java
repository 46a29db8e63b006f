package io.weir.metering.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What operations cost, in units of one meter; an operation's name is a word of at most 64 characters. Immutable, in
 * the
 * catalogue's order.
 */
public record RateCard(String meter, Map<String, Operation> operations) {
    public RateCard {
        operations = operations == null ? Map.of()
                : java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(operations));
    }

    /**
     * {@code base} is for one operation, or for each started ({@code perStarted}) or exact ({@code per}) {@code size}
     * of an attribute; not both.
     */
    public record Operation(BigDecimal base, Step perStarted, Step per, List<Modifier> modifiers) {
        public Operation {
            modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
        }
    }

    /** So much of a numeric attribute. */
    public record Step(String attribute, BigDecimal size) {
    }

    /** Adds {@code percent} of the base when the attribute equals a word, or is above a number. */
    public record Modifier(String attribute, String equals, BigDecimal above, BigDecimal percent) {
    }
}
