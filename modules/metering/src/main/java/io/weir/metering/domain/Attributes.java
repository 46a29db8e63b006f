package io.weir.metering.domain;

import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A call's attributes as a rate card looks at them: texts, and numbers that are read by their decimal text, so that 0.1
 * is a tenth. What is wrong is collected by field.
 */
final class Attributes {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    /** Finer or longer numbers are no measures, and would make sums needlessly long. */
    private static final int MOST_DIGITS = 36;
    private static final int MOST_SCALE = 18;
    private final Map<String, Object> values;
    private final Map<String, String> wrong;

    Attributes(Map<String, Object> values, Map<String, String> wrong) {
        this.values = values == null ? Map.of() : values;
        this.wrong = wrong;
    }

    /** More than 0; 1 where that is wrong. */
    BigDecimal amount(String attribute) {
        if (values.get(attribute) == null) {
            return refuse(attribute, "REQUIRED");
        }
        var number = number(attribute);
        if (number.isEmpty()) {
            return BigDecimal.ONE;
        }
        var amount = number.get();
        boolean fits = amount.signum() > 0 && amount.compareTo(MOST) <= 0 && amount.precision() <= MOST_DIGITS
                && amount.stripTrailingZeros().scale() <= MOST_SCALE;
        return fits ? amount : refuse(attribute, "OUT_OF_RANGE");
    }

    /** Words match in upper and lower case. */
    boolean match(RateCard.Modifier modifier) {
        var value = values.get(modifier.attribute());
        if (value == null) {
            return false;
        } else if (modifier.above() != null) {
            return number(modifier.attribute()).filter(n -> n.compareTo(modifier.above()) > 0).isPresent();
        }
        return value.toString().equalsIgnoreCase(modifier.equals());
    }

    private Optional<BigDecimal> number(String attribute) {
        var value = values.get(attribute);
        try {
            if (value instanceof Number) {
                return Optional.of(new BigDecimal(value.toString()));
            }
        } catch (NumberFormatException notFinite) {
            // Infinite, or not a number: said below.
        }
        refuse(attribute, "NOT_A_NUMBER");
        return Optional.empty();
    }

    private BigDecimal refuse(String attribute, String reason) {
        wrong.put("attributes." + attribute, reason);
        return BigDecimal.ONE;
    }
}
