package io.weir.webrest.payments;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Days of issue, in the tenant's zone, both included: this year's until today unless something else is said. */
final class InvoiceSpan {
    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private InvoiceSpan() {
    }

    static Period of(String from, String to, Instant now, ZoneId zone) {
        var last = day("to", to).orElseGet(() -> LocalDate.ofInstant(now, zone));
        var first = day("from", from).orElseGet(() -> last.withDayOfYear(1));
        if (last.isBefore(first)) {
            throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
        }
        return Period.between(first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Optional<LocalDate> day(String name, String text) {
        return Texts.given(text).map(given -> {
            try {
                return known(name, LocalDate.parse(given));
            } catch (DateTimeException noDay) {
                throw Refusal.invalidField(name, "BAD_DATE").asException();
            }
        });
    }

    /** What no table holds is no day of issue. */
    private static LocalDate known(String name, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Refusal.invalidField(name, "OUT_OF_RANGE").asException();
        }
        return day;
    }
}
