package io.weir.webportal;

import io.weir.tenancy.api.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Days as a date field sends them, in the tenant's zone; nonsense is none. */
final class Days {
    private Days() {
    }

    static Optional<LocalDate> of(Optional<String> text) {
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** When a day begins. */
    static Optional<Instant> start(Optional<LocalDate> day, Tenant tenant) {
        return day.map(each -> each.atStartOfDay(tenant.zone()).toInstant());
    }

    /** When a day is over: a span includes its last one. */
    static Optional<Instant> end(Optional<LocalDate> day, Tenant tenant) {
        return start(day.map(each -> each.plusDays(1)), tenant);
    }
}
