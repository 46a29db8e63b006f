package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageLog;
import io.weir.platform.api.Csv;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");

    @Test
    void daysAreTheTenantsAndTheLastIsIncluded() {
        assertThat(LogSpan.of("2026-11-01", "2026-11-02", NOW, ZONE)).isEqualTo(
                new LogSpan(Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-11-02T17:00:00Z")));
        assertThat(LogSpan.of("2026-11-01T00:00:00Z", "2026-11-02T00:00:00+07:00", NOW, ZONE)).isEqualTo(
                new LogSpan(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-01T17:00:00Z")));
        assertThat(LogSpan.of(null, null, NOW, ZONE)).isEqualTo(
                new LogSpan(Instant.parse("2026-10-22T17:00:00Z"), Instant.parse("2026-11-21T17:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"x, , from, BAD_DATE", ", 2026-02-30, to, BAD_DATE", "2026-11-02, 2026-11-01, from, OUT_OF_RANGE",
        "2025-01-01, 2026-11-01, from, OUT_OF_RANGE", "2026-11-02T10:00:00, , from, BAD_DATE",
        "+999999999-12-30T00:00:00Z, +999999999-12-31T00:00:00Z, to, OUT_OF_RANGE", "1900-01-01, , from, OUT_OF_RANGE"})
    void otherSpansAreRefused(String from, String to, String field, String reason) {
        RequestsTest.refuses(() -> LogSpan.of(from, to, NOW, ZONE), field, reason);
    }

    @Test
    void cellsAreQuotedWhereNeeded() {
        assertThat(Csv.line(Arrays.asList("a", null, 7, "b,c", "d\"e", "f\r\ng", new BigDecimal("1E+3"))))
                .isEqualTo("a,,7,\"b,c\",\"d\"\"e\",\"f\r\ng\",1000\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"=1+1, '=1+1", "+1, '+1", "-1, '-1", "@x, '@x", "a=b, a=b", "/api, /api"})
    void textsNeverBecomeFormulas(String text, String cell) {
        assertThat(Csv.line(List.of(text))).isEqualTo(cell + "\r\n");
    }

    @Test
    void aTabAndAQuoteAreDisarmedToo() {
        assertThat(Csv.line(List.of("\t=1"))).isEqualTo("'\t=1\r\n");
        assertThat(Csv.line(List.of("=\"a\",1"))).isEqualTo("\"'=\"\"a\"\",1\"\r\n");
        assertThat(Csv.line(List.of(new BigDecimal("-1.5")))).isEqualTo("-1.5\r\n");
    }

    @Test
    void aLineHasACellForEachColumn() {
        var meter = new Meter(new MeterKey("credits"), "Credits", "credit", 4);
        var entry = new UsageLog.Entry(new UUID(0, 1), new AccountId(new UUID(0, 2)), meter.key(), NOW, 15_000, 0,
                "/api", Optional.of("image"), Optional.empty(), 200, Optional.of(12), 0, Optional.empty());
        var cells = LogEntry.of(entry, meter).cells();
        assertThat(cells).hasSameSizeAs(LogEntry.COLUMNS);
        assertThat(Csv.line(cells)).isEqualTo("00000000-0000-0000-0000-000000000001,"
                + "00000000-0000-0000-0000-000000000002,credits,2026-11-20T20:00:00.000Z,1.5000,0.0000,/api,image,,"
                + "200,12,0,\r\n");
    }

    @ParameterizedTest
    @CsvSource({"text/csv, , true", "application/json, , false", "*/*, , false", "text/*, , true",
        "application/json, csv, true", "text/csv, json, false", "text/html, , false"})
    void theTableIsForWhoAsksForIt(String accepted, String format, boolean csv) {
        assertThat(LogFormat.isCsv(format, List.of(type(accepted)))).isEqualTo(csv);
    }

    @Test
    void whatIsLikedBestDecides() {
        assertThat(LogFormat.isCsv(null, List.of(type("text/csv"), type("application/json")))).isTrue();
        assertThat(LogFormat.isCsv(null, List.of(type("application/json"), type("text/csv")))).isFalse();
        RequestsTest.refuses(() -> LogFormat.isCsv("xls", List.of()), "format", "NOT_AN_OPTION");
    }

    private static MediaType type(String text) {
        var parts = text.split("/");
        return new MediaType(parts[0], parts[1]);
    }
}
