package io.weir.bootstrap.internal;

import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.util.LinkedHashMap;

/** What operations cost. Finer rules are metering's. */
final class RateCardReader {
    private static final String NAME = "[a-z][a-z0-9_.-]{0,63}";

    private RateCardReader() {
    }

    static RateCard read(Section root, OfferReader offers) {
        return root.section("rateCard").map(card -> {
            var meter = offers.meter(card);
            card.needed("operations");
            var operations = new LinkedHashMap<String, RateCard.Operation>();
            card.section("operations").ifPresent(all -> all.each((name, values) -> {
                values.require(name.matches(NAME), name, "BAD_FORMAT");
                values.section(name).ifPresentOrElse(one -> operations.put(name, operation(one)),
                        () -> values.fault(name, "CATALOGUE_NOT_A_MAP"));
            }));
            card.require(!card.has("operations") || !operations.isEmpty(), "operations", "REQUIRED");
            card.done();
            return new RateCard(meter, operations);
        }).orElse(null);
    }

    private static RateCard.Operation operation(Section section) {
        section.needed("base");
        var modifiers = section.sections("modifiers").stream().map(RateCardReader::modifier).toList();
        section.require(!section.has("per") || !section.has("perStarted"), "per", "NOT_BOTH");
        var operation = new RateCard.Operation(above(section, "base"), step(section, "perStarted"),
                step(section, "per"), modifiers);
        section.done();
        return operation;
    }

    private static RateCard.Step step(Section section, String key) {
        return section.section(key).map(step -> {
            step.needed("size");
            var read = new RateCard.Step(step.needText("attribute"), above(step, "size"));
            step.done();
            return read;
        }).orElse(null);
    }

    private static RateCard.Modifier modifier(Section section) {
        var read = new RateCard.Modifier(section.needText("attribute"), section.text("equals"),
                section.number("above"), section.needNumber("percent"));
        section.require(section.has("equals") || section.has("above"), "equals", "REQUIRED");
        section.require(!section.has("equals") || !section.has("above"), "above", "NOT_BOTH");
        section.done();
        return read;
    }

    private static BigDecimal above(Section section, String key) {
        var number = section.number(key);
        section.require(number == null || number.signum() > 0, key, "CATALOGUE_ABOVE_ZERO");
        return number;
    }
}
