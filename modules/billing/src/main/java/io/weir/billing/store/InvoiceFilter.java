package io.weir.billing.store;

import io.weir.billing.api.Invoices.Filter;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The condition that a list of invoices is filtered by, and what goes into it. */
final class InvoiceFilter {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    InvoiceFilter(Filter filter) {
        add("i.account = :account", "account", filter.account().map(Object::toString));
        add("i.status = :status", "status", filter.status().map(status -> status.word()));
        add("i.kind = :kind", "kind", filter.kind().map(kind -> kind.word()));
        add("i.reason = :reason", "reason", filter.reason().map(reason -> reason.word()));
        add("i.subscription = :subscription", "subscription", filter.subscription().map(Object::toString));
        add("i.issuedAt >= :from", "from", filter.from());
        add("i.issuedAt < :until", "until", filter.until());
        add("i.number LIKE :number ESCAPE '!'", "number", filter.number().map(InvoiceFilter::within));
        add("i.account IN :accounts", "accounts", filter.accounts().filter(accounts -> !accounts.isEmpty())
                .map(accounts -> accounts.stream().map(Object::toString).toList()));
        add("i.status = 'open' AND i.dueAt < :overdue", "overdue", filter.overdueAt());
        if (filter.accounts().filter(Set::isEmpty).isPresent()) {
            conditions.add("1 = 0");
        }
    }

    private void add(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            values.put(name, given);
        });
    }

    private static String within(String part) {
        return "%" + part.strip().toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    String condition() {
        return String.join(" AND ", conditions);
    }

    <T> TypedQuery<T> set(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }
}
