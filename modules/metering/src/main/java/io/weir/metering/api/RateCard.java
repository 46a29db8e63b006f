package io.weir.metering.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What operations cost, in units of one meter; an operation's name is a word of at most 64 characters. Immutable, in
 * the
 * catalogue's order.
 */
public record RateCard(String meter, Map<String, Operation> operations) {
    public RateCard {
        operations = operations == null ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    }

    /**
     * {@code base} is for one operation, or for each started ({@code perStarted}) or exact ({@code per}) {@code size}
     * of an attribute; not both.
     */
    public record Operation(BigDecimal base, Step perStarted, Step per, List<Modifier> modifiers) {
        public Operation {
            modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
        }

        /** What the price asks about a call, in the order in which the card names it, each once. */
        public List<Attribute> attributes() {
            var found = new LinkedHashMap<String, Attribute>();
            Stream.of(perStarted, per).filter(Objects::nonNull)
                    .forEach(step -> found.put(step.attribute(), new Attribute(step.attribute(), true, List.of())));
            modifiers.forEach(modifier -> found.merge(modifier.attribute(), modifier.asked(), Attribute::and));
            return List.copyOf(found.values());
        }
    }

    /** Something that a price reads: a number, or one of {@code words} or something else. */
    public record Attribute(String name, boolean numeric, List<String> words) {
        private Attribute and(Attribute other) {
            if (numeric || other.numeric) {
                return new Attribute(name, true, List.of());
            }
            return new Attribute(name, false, Stream.concat(words.stream(), other.words.stream()).distinct().toList());
        }
    }

    /** So much of a numeric attribute. */
    public record Step(String attribute, BigDecimal size) {
    }

    /** Adds {@code percent} of the base when the attribute equals a word, or is above a number. */
    public record Modifier(String attribute, String equals, BigDecimal above, BigDecimal percent) {
        private Attribute asked() {
            return new Attribute(attribute, above != null, above != null ? List.of() : List.of(equals));
        }
    }
}
