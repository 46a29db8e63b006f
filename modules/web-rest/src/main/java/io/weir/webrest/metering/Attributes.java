package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What an operation's price depends on: texts and numbers by name, few, and none of them huge. */
public final class Attributes {
    private static final int MOST = 50;
    private static final int LONGEST = 255;
    private static final int MOST_DIGITS = 18;

    private Attributes() {
    }

    /** Absent ones and none at all are the same. Refused: {@code attributes}, {@code attributes.x}. */
    public static Map<String, Object> checked(Map<String, Object> given) {
        var checked = new TreeMap<String, Object>();
        if (given == null) {
            return checked;
        }
        if (given.size() > MOST) {
            throw Refusal.invalidField("attributes", "TOO_MANY").asException();
        }
        given.forEach((name, value) -> {
            if (value != null) {
                check(name, value);
                checked.put(name, value);
            }
        });
        return checked;
    }

    private static void check(String name, Object value) {
        var reason = fault(name, value);
        if (reason != null) {
            throw Refusal.invalidField("attributes." + (name.length() > LONGEST ? "" : name), reason).asException();
        }
    }

    private static String fault(String name, Object value) {
        if (name.length() > LONGEST || value instanceof String text && text.length() > LONGEST) {
            return "TOO_LONG";
        }
        if (value instanceof Number number) {
            return isHuge(new BigDecimal(number.toString())) ? "OUT_OF_RANGE" : null;
        }
        return value instanceof String ? null : "WRONG_TYPE";
    }

    /** Before anybody calculates with it: 1E+999999999 is a short text and a very long number. */
    private static boolean isHuge(BigDecimal number) {
        return number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS;
    }
}
