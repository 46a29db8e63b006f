package io.weir.platform.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it: names of
 * endpoints and models are what clients have sent, and the table is opened by somebody else.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {
    }

    /** Texts, numbers and ids; null is an empty cell. With its line end. */
    public static String line(List<Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof CharSequence text ? quoted(harmless(text.toString())) : value.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
