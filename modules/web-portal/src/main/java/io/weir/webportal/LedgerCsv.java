package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.Meter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of a ledger as lines of RFC 4180, quantities in the meter's unit. No text is a spreadsheet's formula. */
final class LedgerCsv {
    static final String HEADING = "id,meter,at,type,quantity,balanceAfter,note\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private LedgerCsv() {
    }

    /** With the line's end. */
    static String line(Ledger.Entry entry, Meter meter) {
        return Stream.of(entry.id().toString(), meter.key().value(), TIME.format(entry.at()),
                LedgerSearch.word(entry.type()), units(entry.quantity(), meter), units(entry.balanceAfter(), meter),
                UsageCsv.text(entry.note().orElse(""))).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String units(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals()).toPlainString();
    }
}
