package io.weir.webrest.usage;

import io.weir.metering.api.UsageReports.Span;
import io.weir.webrest.http.Params;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Today and the days before it, in a tenant's zone. */
public record LastDays(LocalDate first, LocalDate last, ZoneId zone) {
    private static final int OTHERWISE = 30;
    /** A year and a day. */
    private static final int MOST = 366;

    /** {@code ?days=}: 30 unless said otherwise. */
    public static int count(String days) {
        return Params.whole("days", days, OTHERWISE, 1, MOST);
    }

    public static LastDays of(int days, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        return new LastDays(today.minusDays(days - 1L), today, zone);
    }

    public Span span() {
        return new Span(first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant(), zone,
                Span.Step.DAY);
    }

    /** Oldest first. */
    public List<LocalDate> dates() {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1)).toList();
    }

    /** As seed B words it: {@code 30 days}. */
    public String words() {
        return dates().size() + " days";
    }
}
