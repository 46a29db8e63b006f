package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** From when until when a log is read, {@code until} not included: the last 30 days unless something else is said. */
record LogSpan(Instant from, Instant until) {
    private static final int LENGTH_OF_DAY = 10;
    private static final int OTHERWISE_DAYS = 30;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    /** A year and a day, and the hour that a day may be longer. */
    private static final Duration LONGEST = Duration.ofDays(367);

    static LogSpan of(String from, String to, Instant now, ZoneId zone) {
        var until = moment("to", to, zone, 1)
                .orElseGet(() -> LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant());
        var since = moment("from", from, zone, 0).orElseGet(() ->
                LocalDate.ofInstant(until, zone).minusDays(OTHERWISE_DAYS).atStartOfDay(zone).toInstant());
        if (!since.isBefore(until) || since.plus(LONGEST).isBefore(until)) {
            throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
        }
        return new LogSpan(since, until);
    }

    /** What no table holds and no arithmetic survives was not used either. */
    private static Instant known(String name, Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw Refusal.invalidField(name, "OUT_OF_RANGE").asException();
        }
        return moment;
    }

    /** @param daysAfter added to what is only a day, to include it */
    private static Optional<Instant> moment(String name, String text, ZoneId zone, int daysAfter) {
        return Texts.given(text).map(given -> {
            try {
                return known(name, given.length() == LENGTH_OF_DAY
                        ? LocalDate.parse(given).plusDays(daysAfter).atStartOfDay(zone).toInstant()
                        : OffsetDateTime.parse(given).toInstant());
            } catch (DateTimeException noTime) {
                throw Refusal.invalidField(name, "BAD_DATE").asException();
            }
        });
    }
}
