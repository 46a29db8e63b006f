package io.weir.webrest.admin;

import io.weir.billing.api.RevenueAnalytics.Days;
import io.weir.billing.api.RevenueAnalytics.Months;
import io.weir.kernel.api.Refusal;
import io.weir.tenancy.api.Tenant;
import io.weir.webrest.http.Texts;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;

/**
 * What figures are asked for: in which currency, the tenant's own unless another is named, and of which months or days
 * of the tenant, both included. Refused by name: {@code VALIDATION_FAILED}.
 */
public class AnalyticsQuery {
    private static final int USUAL_MONTHS = 12;
    private static final int USUAL_DAYS = 30;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;
    @QueryParam("currency")
    String currency;
    @QueryParam("format")
    String format;

    Currency currency(Tenant tenant) {
        try {
            return Texts.given(currency).map(Currency::getInstance).orElse(tenant.currency());
        } catch (IllegalArgumentException noCurrency) {
            throw Refusal.invalidField("currency", "NOT_AN_OPTION").asException();
        }
    }

    /** {@code 2026-11}; the running one and the eleven before it unless something else is said. */
    Months months(Tenant tenant, Instant now) {
        var last = read("to", to, YearMonth::parse, YearMonth::getYear)
                .orElseGet(() -> YearMonth.from(now.atZone(tenant.zone())));
        var first = read("from", from, YearMonth::parse, YearMonth::getYear)
                .orElseGet(() -> last.minusMonths(USUAL_MONTHS - 1L));
        return new Months(currency(tenant), first, last);
    }

    /** {@code 2026-11-30}; today and the 29 days before it unless something else is said. */
    Days days(Tenant tenant, Instant now) {
        var last = read("to", to, LocalDate::parse, LocalDate::getYear)
                .orElseGet(() -> LocalDate.ofInstant(now, tenant.zone()));
        var first = read("from", from, LocalDate::parse, LocalDate::getYear)
                .orElseGet(() -> last.minusDays(USUAL_DAYS - 1L));
        return new Days(currency(tenant), first, last);
    }

    private static <T> Optional<T> read(String name, String text, Function<String, T> parse,
            Function<T, Integer> year) {
        return Texts.given(text).map(given -> {
            try {
                return known(name, parse.apply(given), year);
            } catch (DateTimeException noDate) {
                throw Refusal.invalidField(name, "BAD_DATE").asException();
            }
        });
    }

    /** What no table holds and no arithmetic survives has no figures. */
    private static <T> T known(String name, T date, Function<T, Integer> year) {
        if (year.apply(date) < FIRST_YEAR || year.apply(date) > LAST_YEAR) {
            throw Refusal.invalidField(name, "OUT_OF_RANGE").asException();
        }
        return date;
    }
}
