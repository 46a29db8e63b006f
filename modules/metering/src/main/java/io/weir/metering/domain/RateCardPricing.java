package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards.Quote;
import io.weir.metering.api.RateCards.Step;
import io.weir.metering.api.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an operation of a rate card costs. The sum is exact, and rounded up once, at its end; the lines of the breakdown
 * add up to what is charged, with a line for the rounding where there was any.
 */
public final class RateCardPricing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Of a line whose exact value has no end, such as a third; the rounding line makes up for it. */
    private static final int LINE_SCALE = 18;
    private final RateCard.Operation terms;
    private final Meter meter;
    private final Attributes attributes;
    private final Map<String, String> wrong = new TreeMap<>();

    private RateCardPricing(RateCard.Operation terms, Meter meter, Map<String, Object> attributes) {
        this.terms = terms;
        this.meter = meter;
        this.attributes = new Attributes(attributes, wrong);
    }

    /** Refused: {@code VALIDATION_FAILED} with every attribute that is missing or wrong. */
    public static Quote quote(String operation, RateCard.Operation terms, Meter meter,
            Map<String, Object> attributes) {
        return new RateCardPricing(terms, meter, attributes).quote(operation);
    }

    private Quote quote(String operation) {
        var count = count();
        var matching = terms.modifiers().stream().filter(attributes::match).toList();
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), wrong).asException();
        }
        long quantity = quantity(count, matching);
        return new Quote(operation, meter, quantity, breakdown(count, matching, quantity));
    }

    /** How many times the base is charged, as a fraction. */
    private Count count() {
        if (terms.perStarted() != null) {
            var size = terms.perStarted().size();
            var amount = attributes.amount(terms.perStarted().attribute());
            return new Count(amount.divide(size, 0, RoundingMode.CEILING), BigDecimal.ONE);
        } else if (terms.per() != null) {
            return new Count(attributes.amount(terms.per().attribute()), terms.per().size());
        }
        return new Count(BigDecimal.ONE, BigDecimal.ONE);
    }

    private long quantity(Count count, List<RateCard.Modifier> matching) {
        var percent = matching.stream().map(RateCard.Modifier::percent).reduce(HUNDRED, BigDecimal::add);
        var exact = terms.base().multiply(count.amount()).multiply(percent).scaleByPowerOfTen(meter.decimals());
        var rounded = exact.divide(count.size().multiply(HUNDRED), 0, RoundingMode.CEILING).max(BigDecimal.ZERO);
        if (rounded.compareTo(BigDecimal.valueOf(Units.MOST)) > 0) {
            throw Refusal.invalidField("attributes", "OUT_OF_RANGE").asException();
        }
        return rounded.longValueExact();
    }

    private List<Step> breakdown(Count count, List<RateCard.Modifier> matching, long quantity) {
        var lines = new ArrayList<Step>();
        var base = line(terms.base().multiply(count.amount()), count.size());
        lines.add(new Step(isCounted() ? "units" : "base", baseText(count), base));
        for (var modifier : matching) {
            var part = terms.base().multiply(count.amount()).multiply(modifier.percent());
            lines.add(new Step("modifier", text(modifier), line(part, count.size().multiply(HUNDRED))));
        }
        var charged = BigDecimal.valueOf(quantity, meter.decimals());
        var difference = charged.subtract(lines.stream().map(Step::units).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (difference.signum() != 0) {
            var smallest = BigDecimal.valueOf(1, meter.decimals());
            lines.add(new Step("rounding", "rounded up to a multiple of " + plain(smallest), tidy(difference)));
        }
        return lines;
    }

    private boolean isCounted() {
        return terms.per() != null || terms.perStarted() != null;
    }

    private String baseText(Count count) {
        if (terms.perStarted() != null) {
            return plain(terms.base()) + " × " + plain(count.amount()) + " started " + of(terms.perStarted());
        } else if (terms.per() != null) {
            return plain(terms.base()) + " × " + plain(count.amount()) + " / " + of(terms.per());
        }
        return plain(terms.base()) + " for one operation";
    }

    private static String of(RateCard.Step step) {
        return plain(step.size()) + " of " + step.attribute();
    }

    private static String text(RateCard.Modifier modifier) {
        String percent = (modifier.percent().signum() < 0 ? "" : "+") + plain(modifier.percent()) + " % for ";
        return percent + modifier.attribute()
                + (modifier.equals() != null ? " " + modifier.equals() : " above " + plain(modifier.above()));
    }

    private static BigDecimal line(BigDecimal numerator, BigDecimal denominator) {
        try {
            return tidy(numerator.divide(denominator));
        } catch (ArithmeticException withoutEnd) {
            return tidy(numerator.divide(denominator, LINE_SCALE, RoundingMode.FLOOR));
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal tidy(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private record Count(BigDecimal amount, BigDecimal size) {
    }
}
