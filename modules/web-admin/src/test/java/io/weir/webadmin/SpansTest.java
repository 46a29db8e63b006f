package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.UsageReports.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-10T16:30:00Z");

    @ParameterizedTest
    @CsvSource({"hour, 2026-11-10T16:00:00Z, 2026-11-10T17:00:00Z, HOUR",
        "day, 2026-11-09T17:00:00Z, 2026-11-10T17:00:00Z, HOUR",
        "week, 2026-11-03T17:00:00Z, 2026-11-10T17:00:00Z, DAY",
        "month, 2026-10-11T17:00:00Z, 2026-11-10T17:00:00Z, DAY",
        "year, 2026-11-09T17:00:00Z, 2026-11-10T17:00:00Z, HOUR"})
    void aSpanEndsWithTheRunningHourOrDay(String word, Instant from, Instant until, Span.Step step) {
        assertThat(Spans.of(word, NOW, SAIGON)).isEqualTo(new Span(from, until, SAIGON, step));
    }
}
