package io.weir.metering.domain;

import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What must be true of an operation of a rate card: field → reason of everything that is wrong. */
public final class RateCardRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(-100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(10_000);
    private static final int MOST_MODIFIERS = 50;
    private static final int MOST_WORD = 64;
    private static final int MOST_SCALE = 12;
    private final Map<String, String> wrong = new TreeMap<>();

    private RateCardRules() {
    }

    public static Map<String, String> broken(String name, RateCard.Operation terms) {
        var rules = new RateCardRules();
        rules.operation(name, terms);
        return rules.wrong;
    }

    private void operation(String name, RateCard.Operation terms) {
        require(name != null && NAME.matcher(name).matches(), "operation", "BAD_FORMAT");
        if (terms == null) {
            wrong.put("base", "REQUIRED");
            return;
        }
        positive("base", terms.base());
        require(terms.per() == null || terms.perStarted() == null, "per", "NOT_BOTH");
        step("per", terms.per());
        step("perStarted", terms.perStarted());
        require(terms.modifiers().size() <= MOST_MODIFIERS, "modifiers", "TOO_MANY");
        for (int i = 0; i < terms.modifiers().size(); i++) {
            modifier("modifiers[" + i + "].", terms.modifiers().get(i));
        }
    }

    private void step(String field, RateCard.Step step) {
        if (step != null) {
            attribute(field + ".attribute", step.attribute());
            positive(field + ".size", step.size());
        }
    }

    private void modifier(String field, RateCard.Modifier modifier) {
        attribute(field + "attribute", modifier.attribute());
        if (modifier.percent() == null) {
            wrong.put(field + "percent", "REQUIRED");
        } else {
            require(within(modifier.percent(), LEAST_PERCENT, MOST_PERCENT), field + "percent", "OUT_OF_RANGE");
        }
        require(modifier.equals() != null || modifier.above() != null, field + "equals", "REQUIRED");
        require(modifier.equals() == null || modifier.above() == null, field + "above", "NOT_BOTH");
        require(modifier.equals() == null || !modifier.equals().isBlank(), field + "equals", "REQUIRED");
        require(modifier.equals() == null || modifier.equals().length() <= MOST_WORD, field + "equals", "TOO_LONG");
        require(modifier.above() == null || within(modifier.above(), MOST.negate(), MOST), field + "above",
                "OUT_OF_RANGE");
    }

    private void attribute(String field, String name) {
        require(name != null, field, "REQUIRED");
        require(name == null || ATTRIBUTE.matcher(name).matches(), field, "BAD_FORMAT");
    }

    private void positive(String field, BigDecimal number) {
        require(number != null, field, "REQUIRED");
        require(number == null || number.signum() > 0 && within(number, BigDecimal.ZERO, MOST), field, "OUT_OF_RANGE");
    }

    private static boolean within(BigDecimal number, BigDecimal least, BigDecimal most) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= MOST_SCALE;
    }

    /** The first reason of a field stays. */
    private void require(boolean isTrue, String field, String reason) {
        if (!isTrue) {
            wrong.putIfAbsent(field, reason);
        }
    }
}
