package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times as callers write them: a day of the tenant's, or a time with its offset. */
public final class Moments {
    private static final int LENGTH_OF_DAY = 10;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private Moments() {
    }

    /** Refused on that field: {@code BAD_DATE}, and {@code OUT_OF_RANGE} for what no table holds. */
    public static Optional<Instant> from(String name, String text, ZoneId zone) {
        return moment(name, text, zone, 0);
    }

    /** A day is meant with all of it. */
    public static Optional<Instant> until(String name, String text, ZoneId zone) {
        return moment(name, text, zone, 1);
    }

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

    /** What no table holds and no arithmetic survives. */
    private static Instant known(String name, Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw Refusal.invalidField(name, "OUT_OF_RANGE").asException();
        }
        return moment;
    }
}
