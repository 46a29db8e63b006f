package io.weir.metering.store;

import io.weir.metering.domain.Holder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * Whose usage a report is of, of which meters, and of which of the account's keys, if it is of one. Every meter is
 * asked for by name, so that the rows are short ranges of their key, however long the account has been a customer.
 */
record AccountScope(Holder holder, List<String> meters, Optional<UUID> apiKey) {
    static final String CONDITION = "tenant_id = :tenant AND account_id = :account AND meter IN (<meters>)";

    AccountScope {
        // An empty list is no SQL; no meter has an empty name.
        meters = meters.isEmpty() ? List.of("") : List.copyOf(meters);
    }

    Query bind(Query query) {
        query.bind("tenant", holder.tenant()).bind("account", holder.account()).bindList("meters", meters);
        return apiKey.map(key -> query.bind("apiKey", key)).orElse(query);
    }
}
