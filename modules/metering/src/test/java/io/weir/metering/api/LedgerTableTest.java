package io.weir.metering.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    private static String line(String note) {
        return LedgerTable.line(new Ledger.Entry(ID, Ledger.Type.USAGE, -25_000, 70_000,
                Instant.parse("2026-11-27T06:00:00Z"), Optional.of(note)), CREDITS);
    }
}
