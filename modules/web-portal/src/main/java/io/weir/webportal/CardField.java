package io.weir.webportal;

import io.weir.metering.api.RateCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An attribute that an operation's price reads: a number, or one of {@code words} or something else. */
record CardField(String attribute, boolean numeric, List<String> words) {

    /** In the order in which the card names them, each once. */
    static List<CardField> of(RateCard.Operation operation) {
        Map<String, CardField> fields = new LinkedHashMap<>();
        Stream.of(operation.perStarted(), operation.per()).filter(step -> step != null)
                .forEach(step -> fields.put(step.attribute(), new CardField(step.attribute(), true, List.of())));
        operation.modifiers().forEach(m -> fields.merge(m.attribute(), of(m), CardField::and));
        return List.copyOf(fields.values());
    }

    private static CardField of(RateCard.Modifier modifier) {
        boolean number = modifier.above() != null;
        return new CardField(modifier.attribute(), number, number ? List.of() : List.of(modifier.equals()));
    }

    private CardField and(CardField other) {
        if (numeric || other.numeric) {
            return new CardField(attribute, true, List.of());
        }
        var all = new ArrayList<>(words);
        all.addAll(other.words);
        return new CardField(attribute, false, all.stream().distinct().toList());
    }
}
