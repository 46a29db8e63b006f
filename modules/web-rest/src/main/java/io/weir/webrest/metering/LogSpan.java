package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From when until when a log is read, {@code until} not included: the last 30 days unless something else is said. */
record LogSpan(Instant from, Instant until) {
    private static final int OTHERWISE_DAYS = 30;
    /** A year and a day, and the hour that a day may be longer. */
    private static final Duration LONGEST = Duration.ofDays(367);

    static LogSpan of(String from, String to, Instant now, ZoneId zone) {
        var until = Moments.until("to", to, zone)
                .orElseGet(() -> LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant());
        var since = Moments.from("from", from, zone).orElseGet(() ->
                LocalDate.ofInstant(until, zone).minusDays(OTHERWISE_DAYS).atStartOfDay(zone).toInstant());
        if (!since.isBefore(until) || since.plus(LONGEST).isBefore(until)) {
            throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
        }
        return new LogSpan(since, until);
    }
}
