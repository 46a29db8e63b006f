package io.weir.webadmin;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.Invoices.Filter;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which invoices the address asks for; what it says that can't be read narrows nothing. */
@RequestScoped
public class InvoiceSearch {
    static final String OVERDUE = "overdue";
    private static final List<String> FILTERS = List.of("status", "kind", "reason", "customer", "account", "number",
            "from", "to");

    @Inject
    private Customers customers;
    @Inject
    private Visitor visitor;
    @Inject
    private Time time;

    Filter filter() {
        var zone = visitor.tenant().zone();
        var filter = new Filter(Optional.empty(), word("status", Status.values()), word("kind", Kind.values()),
                word("reason", Reason.values()), Optional.empty(),
                visitor.parameter("from").flatMap(day -> Days.startOf(day, zone)),
                visitor.parameter("to").flatMap(day -> Days.endOf(day, zone)), visitor.parameter("number"),
                customers.wanted(), Optional.empty());
        return given("status").equals(OVERDUE) ? filter.dueBefore(time.now(visitor.tenantId())) : filter;
    }

    private <T extends Enum<T>> Optional<T> word(String name, T[] words) {
        return visitor.parameter(name).flatMap(given -> Arrays.stream(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(given)).findFirst());
    }

    String given(String name) {
        return visitor.parameter(name).orElse("");
    }

    /** All filters, for links. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        FILTERS.forEach(name -> all.put(name, given(name)));
        return all;
    }

    boolean isNone() {
        return FILTERS.stream().allMatch(name -> given(name).isEmpty());
    }
}
