package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.Rating.Rated;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A computation to be read: 1000000 × 0.000002 + 5. {@code exact}: whether its result needed no rounding. Multiplied
 * and divided before added, so that it needs no brackets.
 */
public record Formula(List<Part> parts, boolean exact) {
    public Formula {
        parts = List.copyOf(parts);
    }

    static Formula of(BigDecimal number) {
        return new Formula(List.of(Part.number(number)), true);
    }

    static Formula of(Rated rated) {
        if (rated.steps().isEmpty()) {
            return of(BigDecimal.ZERO);
        }
        Formula formula = null;
        for (var step : rated.steps()) {
            formula = formula == null ? of(step.quantity()) : formula.plus(step.quantity());
            formula = formula.times(step.unitPrice());
            formula = step.flat().signum() == 0 ? formula : formula.plus(step.flat());
        }
        return formula.exactly(rated.exact().compareTo(rated.amount().major()) == 0);
    }

    Formula times(BigDecimal number) {
        return and("×", number);
    }

    Formula over(BigDecimal number) {
        return and("÷", number);
    }

    Formula plus(BigDecimal number) {
        return and("+", number);
    }

    Formula minus(BigDecimal number) {
        return and("−", number);
    }

    Formula exactly(boolean isExact) {
        return new Formula(parts, isExact);
    }

    /** @param numbers how the reader's language writes them */
    public String text(Function<BigDecimal, String> numbers) {
        return parts.stream().map(part -> part.number().map(numbers).orElse(part.sign()))
                .collect(Collectors.joining(" "));
    }

    /** With what comes out: 0.5 × 0.01 ≈ 0.01. */
    public String text(Money result, Function<BigDecimal, String> numbers) {
        return text(numbers) + (exact ? " = " : " ≈ ") + numbers.apply(result.major());
    }

    private Formula and(String sign, BigDecimal number) {
        var longer = new ArrayList<>(parts);
        longer.add(new Part(Optional.empty(), sign));
        longer.add(Part.number(number));
        return new Formula(longer, exact);
    }

    /** A number, or a sign between two. */
    public record Part(Optional<BigDecimal> number, String sign) {
        static Part number(BigDecimal number) {
            return new Part(Optional.of(Rounding.plain(number)), "");
        }
    }
}
