package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageLog;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCsvTest {
    private static final String ID = "01900000-0000-7000-8000-000000000001";
    private static final String ACCOUNT = "01900000-0000-7000-8000-000000000002";
    private static final MeterKey CREDITS = new MeterKey("credits");

    private static UsageLog.Entry entry(String endpoint) {
        return new UsageLog.Entry(UUID.fromString(ID), AccountId.of(ACCOUNT), CREDITS,
                Instant.parse("2026-11-01T10:00:00Z"), 15_000, 0, endpoint, Optional.of("image"), Optional.empty(), 200,
                Optional.of(12), 0, Optional.empty());
    }

    @Test
    void aLineHasTheColumnsOfTheHeading() {
        String line = line("/api/chat");

        assertThat(line).isEqualTo(ID + "," + ACCOUNT
                + ",credits,2026-11-01T10:00:00.000Z,1.5000,0.0000,/api/chat,image,,200,12,0,\r\n");
        assertThat(line.chars().filter(c -> c == ',').count())
                .isEqualTo(UsageCsv.HEADING.chars().filter(c -> c == ',').count());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"=1+1, '=1+1", "+x, '+x", "-x, '-x", "@x, '@x", "/a-b, /a-b"})
    void noCellIsAFormula(String text, String cell) {
        assertThat(line(text)).contains("," + cell + ",image,");
    }

    @Test
    void tabsAndQuotesAreHarmless() {
        assertThat(line("\t=1")).contains("," + "'\t=1" + ",image,");
        assertThat(line("a,\"b\"")).contains("," + "\"a,\"\"b\"\"\"" + ",image,");
        assertThat(line("=\n")).contains("," + "\"'=\n\"" + ",image,");
    }

    private static String line(String endpoint) {
        return UsageCsv.line(entry(endpoint), new Meter(CREDITS, "Credits", "credits", 4));
    }
}
