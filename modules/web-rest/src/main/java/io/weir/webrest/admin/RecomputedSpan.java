package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The time that is asked about: from inclusive, until exclusive. */
record RecomputedSpan(Instant from, Instant until) {
    private static final int MOST_DAYS = 92;
    private static final int USUAL_DAYS = 7;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** Of this millennium: nothing was used before, and no arithmetic on it can overflow. */
    private static final Pattern TIME = Pattern.compile("2\\d{3}-.{1,40}");

    /** Each is a day of the zone, meaning its beginning, or an RFC 3339 time; refused by its name. */
    static RecomputedSpan of(String from, String until, ZoneId zone, Instant now) {
        var end = until == null ? now : read("until", until, zone);
        var start = from == null ? end.atZone(zone).minusDays(USUAL_DAYS).toInstant() : read("from", from, zone);
        if (!start.isBefore(end)) {
            throw Refusal.invalidField("until", "OUT_OF_RANGE").asException();
        }
        if (start.isBefore(end.atZone(zone).minusDays(MOST_DAYS).toInstant())) {
            throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
        }
        return new RecomputedSpan(start, end);
    }

    private static Instant read(String name, String text, ZoneId zone) {
        if (!TIME.matcher(text).matches()) {
            throw Refusal.invalidField(name, "BAD_DATE").asException();
        }
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notADate) {
            throw Refusal.invalidField(name, "BAD_DATE").asException();
        }
    }
}
