package io.weir.webadmin;

import io.weir.metering.api.UsageReports.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The spans of the live page, the running hour or day included: rollups know no less than an hour. */
final class Spans {
    static final List<String> WORDS = List.of("hour", "day", "week", "month");

    private Spans() {
    }

    /** @param word one of {@link #WORDS}; anything else is a day */
    static Span of(String word, Instant now, ZoneId zone) {
        ZonedDateTime hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        ZonedDateTime midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
        return switch (word) {
            case "hour" -> span(hour.minusHours(1), hour, Span.Step.HOUR);
            case "week" -> span(midnight.minusDays(7), midnight, Span.Step.DAY);
            case "month" -> span(midnight.minusDays(30), midnight, Span.Step.DAY);
            default -> span(hour.minusHours(24), hour, Span.Step.HOUR);
        };
    }

    private static Span span(ZonedDateTime from, ZonedDateTime until, Span.Step step) {
        return new Span(from.toInstant(), until.toInstant(), from.getZone(), step);
    }
}
