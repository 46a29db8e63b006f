package io.weir.webrest.payments;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices.Filter;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.tenancy.api.Tenant;
import io.weir.webrest.http.Texts;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What narrows a list of invoices. {@code from} and {@code to} are days of issue of the tenant, both included. */
public class InvoiceQuery {
    @QueryParam("status")
    String status;
    @QueryParam("kind")
    String kind;
    @QueryParam("reason")
    String reason;
    @QueryParam("subscription")
    String subscription;
    @QueryParam("number")
    String number;
    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;

    /** Refused: {@code VALIDATION_FAILED} on what can't be read. */
    public Filter filter(Tenant tenant, Optional<AccountId> account) {
        return new Filter(account, word("status", status, Invoice.Status.class), word("kind", kind, Invoice.Kind.class),
                word("reason", reason, Invoice.Reason.class), Texts.given(subscription).map(InvoiceQuery::id),
                day("from", from).map(day -> start(day, tenant.zone())),
                day("to", to).map(day -> start(day.plusDays(1), tenant.zone())), Texts.given(number));
    }

    private static UUID id(String text) {
        return Uuids.parse(text);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static <T extends Enum<T>> Optional<T> word(String name, String text, Class<T> words) {
        return Texts.given(text).map(given -> Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(given)).findFirst()
                .orElseThrow(() -> Refusal.invalidField(name, "NOT_AN_OPTION").asException()));
    }

    private static Optional<LocalDate> day(String name, String text) {
        return Texts.given(text).map(given -> {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeException noDay) {
                throw Refusal.invalidField(name, "BAD_DATE").asException();
            }
        });
    }
}
