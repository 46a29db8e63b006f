package io.weir.metering.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTableTest {
    private static final UUID ID = UUID.fromString("01a21b7f-6935-7841-9209-fcbd172dfead");
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);

    @Test
    void quantities_are_in_the_meters_unit_with_their_sign() {
        assertThat(line("image")).isEqualTo(ID + ",credits,2026-11-27T06:00:00.000Z,usage,-2.5000,7.0000,image\r\n");
    }

    @Test
    void a_note_is_never_a_formula_and_stays_one_cell() {
        assertThat(line("=1+1")).contains(",'=1+1\r\n");
        assertThat(line("@a,b \"c\"")).contains(",\"'@a,b \"\"c\"\"\"\r\n");
    }

    @Test
    void each_entry_is_written_once_however_many_there_are() throws IOException {
        var entries = IntStream.range(0, 1_001).mapToObj(i -> entry(new UUID(0, i), "use " + i)).toList();
        var table = new StringWriter();
        new LedgerTable(new Listed(entries), new TenantId(ID), new AccountId(ID)).write(new Ledger.Query(CREDITS.key(),
                Optional.empty(), Optional.empty(), Optional.empty()), CREDITS, table);
        assertThat(table.toString().split("\r\n")).hasSize(1_002).startsWith(
                "id,meter,at,type,quantity,balanceAfter,note").doesNotHaveDuplicates();
    }

    private static String line(String note) {
        return LedgerTable.line(entry(ID, note), CREDITS);
    }

    private static Ledger.Entry entry(UUID id, String note) {
        return new Ledger.Entry(id, Ledger.Type.USAGE, -25_000, 70_000, Instant.parse("2026-11-27T06:00:00Z"),
                Optional.of(note));
    }

    /** Answers what is asked for from a list, the newest first. */
    private record Listed(List<Entry> entries) implements Ledger {
        @Override
        public Page<Entry> page(TenantId tenant, AccountId account, Query query, Page.Request page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> older(TenantId tenant, AccountId account, Query query, Optional<Entry> than, int most) {
            int from = than.map(last -> entries.indexOf(last) + 1).orElse(0);
            return entries.subList(from, Math.min(entries.size(), from + most));
        }

        @Override
        public Standing standing(TenantId tenant, AccountId account, MeterKey meter) {
            throw new UnsupportedOperationException();
        }
    }
}
