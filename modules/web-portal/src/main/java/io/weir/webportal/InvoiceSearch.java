package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a list of invoices is narrowed to, as the address says; nonsense is nothing. Days are of issue, both in. */
record InvoiceSearch(Optional<Invoice.Status> status, Optional<Invoice.Kind> kind, Optional<LocalDate> from,
        Optional<LocalDate> to) {
    static InvoiceSearch of(Visitor visitor) {
        return new InvoiceSearch(visitor.parameter("status").flatMap(word -> Arrays.stream(Invoice.Status.values())
                .filter(status -> status.word().equals(word)).findFirst()),
                visitor.parameter("kind").flatMap(word -> Arrays.stream(Invoice.Kind.values())
                .filter(kind -> kind.word().equals(word)).findFirst()),
                Days.of(visitor.parameter("from")), Days.of(visitor.parameter("to")));
    }

    Invoices.Filter filter(Visitor visitor) {
        return new Invoices.Filter(Optional.of(visitor.account()), status, kind, Optional.empty(), Optional.empty(),
                Days.start(from, visitor.getTenant()), Days.end(to, visitor.getTenant()), Optional.empty());
    }

    boolean isEverything() {
        return status.isEmpty() && kind.isEmpty() && from.isEmpty() && to.isEmpty();
    }

    /** For the links to other pages of the list. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        status.ifPresent(value -> parameters.put("status", value.word()));
        kind.ifPresent(value -> parameters.put("kind", value.word()));
        from.ifPresent(value -> parameters.put("from", value.toString()));
        to.ifPresent(value -> parameters.put("to", value.toString()));
        return parameters;
    }
}
