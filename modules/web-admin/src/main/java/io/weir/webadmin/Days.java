package io.weir.webadmin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Days as a browser's date field sends them: {@code 2026-11-30}. */
final class Days {
    private Days() {
    }

    /** Its first instant; empty when it is no day. */
    static Optional<Instant> startOf(String day, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(day.strip()).atStartOfDay(zone).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The instant after the day's last; empty when it is no day. */
    static Optional<Instant> endOf(String day, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(day.strip()).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
