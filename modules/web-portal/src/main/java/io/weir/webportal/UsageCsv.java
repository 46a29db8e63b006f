package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageLog;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Usages as lines of RFC 4180, with the columns of {@code /api/metering/events}. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it: names of endpoints and models are what programs have sent.
 */
final class UsageCsv {
    static final String HEADING =
            "id,account,meter,at,quantity,overage,endpoint,operation,model,status,latencyMs,tokens,key\r\n";
    private static final String FORMULA = "=+-@\t\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private UsageCsv() {
    }

    /** Quantities in the meter's unit; with the line's end. */
    static String line(UsageLog.Entry entry, Meter meter) {
        int decimals = meter == null ? 0 : meter.decimals();
        return Stream.of(entry.id().toString(), entry.account().toString(), entry.meter().value(),
                TIME.format(entry.at()), units(entry.quantity(), decimals), units(entry.overage(), decimals),
                text(entry.endpoint()), text(entry.operation().orElse("")), text(entry.model().orElse("")),
                String.valueOf(entry.status()), entry.latencyMs().map(String::valueOf).orElse(""),
                String.valueOf(entry.tokens()), entry.key().map(Object::toString).orElse(""))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String units(long smallest, int decimals) {
        return BigDecimal.valueOf(smallest, decimals).toPlainString();
    }

    static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
