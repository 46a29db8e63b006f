package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Stretch;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which rows of the two rollup tables a report reads. Both tables have the same key: tenant, account, meter, hour. An
 * account's rows are short ranges of that key, a tenant's a range of the index by hour.
 */
final class RollupScope {
    private final List<Stretch> when;
    private final AccountScope account;
    private final TenantId tenant;

    private RollupScope(TenantId tenant, AccountScope account, List<Stretch> when) {
        this.tenant = tenant;
        this.account = account;
        this.when = when;
    }

    static RollupScope of(AccountScope account, List<Stretch> when) {
        return new RollupScope(account.holder().tenant(), account, when);
    }

    static RollupScope ofTenant(TenantId tenant, Stretch when) {
        return new RollupScope(tenant, null, when.isEmpty() ? List.of() : List.of(when));
    }

    /** Of no time at all. */
    boolean isEmpty() {
        return when.isEmpty();
    }

    /** {@code SELECT columns FROM table} of these rows, {@code rest} beginning with AND or GROUP. */
    Query select(Handle handle, String columns, String table, String rest) {
        var begin = "SELECT " + columns + " FROM " + table;
        var times = SqlTimes.within("hour_at", when);
        if (account == null) {
            return handle.createQuery(begin + " WHERE tenant_id = :tenant AND " + times + " " + rest)
                    .bind("tenant", tenant);
        }
        var key = account.apiKey().isPresent() ? " AND api_key_id = :apiKey " : " ";
        return account.bind(handle.createQuery(begin + " FORCE INDEX (PRIMARY) WHERE " + AccountScope.CONDITION
                + " AND " + times + key + rest));
    }
}
