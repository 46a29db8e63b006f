package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Csv;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An account's ledger as a table of RFC 4180, newest first, quantities in the meter's unit; read slice by slice while
 * it is written, so that its length costs no memory.
 */
public final class LedgerTable {
    private static final int SLICE = 500;
    private static final List<Object> COLUMNS =
            List.of("id", "meter", "at", "type", "quantity", "balanceAfter", "note");
    /** As in JSON. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Ledger ledger;
    private final TenantId tenant;
    private final AccountId account;

    public LedgerTable(Ledger ledger, TenantId tenant, AccountId account) {
        this.ledger = ledger;
        this.tenant = tenant;
        this.account = account;
    }

    /** @param meter the query's */
    public void write(Ledger.Query query, Meter meter, Writer to) throws IOException {
        to.write(Csv.line(COLUMNS));
        Optional<Ledger.Entry> last = Optional.empty();
        List<Ledger.Entry> slice;
        do {
            slice = ledger.older(tenant, account, query, last, SLICE);
            for (var entry : slice) {
                to.write(line(entry, meter));
                last = Optional.of(entry);
            }
        } while (slice.size() == SLICE);
        to.flush();
    }

    /** With the line's end. */
    static String line(Ledger.Entry entry, Meter meter) {
        return Csv.line(Arrays.asList(entry.id(), meter.key().value(), TIME.format(entry.at()),
                entry.type().name().toLowerCase(Locale.ROOT), units(entry.quantity(), meter),
                units(entry.balanceAfter(), meter), entry.note().orElse(null)));
    }

    private static BigDecimal units(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }
}
