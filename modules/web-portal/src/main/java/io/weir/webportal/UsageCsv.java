package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageLog;
import io.weir.platform.api.Csv;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Usages as lines of RFC 4180, with the columns of {@code /api/metering/events}. */
final class UsageCsv {
    static final String HEADING =
            "id,account,meter,at,quantity,overage,endpoint,operation,model,status,latencyMs,tokens,key\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private UsageCsv() {
    }

    /** Quantities in the meter's unit; with the line's end. */
    static String line(UsageLog.Entry entry, Meter meter) {
        int decimals = meter == null ? 0 : meter.decimals();
        return Csv.line(Arrays.asList(entry.id(), entry.account(), entry.meter().value(), TIME.format(entry.at()),
                units(entry.quantity(), decimals), units(entry.overage(), decimals), entry.endpoint(),
                entry.operation().orElse(null), entry.model().orElse(null), entry.status(),
                entry.latencyMs().orElse(null), entry.tokens(), entry.key().orElse(null)));
    }

    private static BigDecimal units(long smallest, int decimals) {
        return BigDecimal.valueOf(smallest, decimals);
    }
}
