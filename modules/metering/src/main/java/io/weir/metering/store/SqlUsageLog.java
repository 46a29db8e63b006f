package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.UsageLog;
import io.weir.metering.domain.Retention;
import io.weir.metering.domain.UsageCursor;
import io.weir.metering.store.UsageSeek.Order;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The usage log by keyset: a page begins behind the last entry of the one before, so that it costs the same however far
 * back it is. An export reads on in short transactions of its own, so that a slow receiver holds neither a connection
 * nor a row of the database, and any number of entries fit through a little memory. Usage is never changed, so nothing
 * is seen twice; what is reported late while an export runs may be missing from it.
 */
@ApplicationScoped
@TenantScoped
public class SqlUsageLog implements UsageLog {
    private static final int CHUNK = 5000;
    private final UsageRows rows;
    private final Tenants tenants;
    private final Time time;

    protected SqlUsageLog() {
        this(null, null, null);
    }

    @Inject
    public SqlUsageLog(UsageRows rows, Tenants tenants, Time time) {
        this.rows = rows;
        this.tenants = tenants;
        this.time = time;
    }

    @Override
    public Slice page(TenantId tenant, Query query, Optional<String> cursor, int limit) {
        var found = rows.read(tenant, kept(tenant, query),
                new UsageSeek(cursor.map(UsageCursor::parse), Order.NEWEST_FIRST, limit + 1));
        if (found.size() <= limit) {
            return new Slice(found, Optional.empty());
        }
        var page = found.subList(0, limit);
        return new Slice(page, Optional.of(last(page).text()));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void each(TenantId tenant, Query query, Consumer<Entry> to) {
        var kept = kept(tenant, query);
        Optional<UsageCursor> after = Optional.empty();
        List<Entry> found;
        do {
            found = rows.read(tenant, kept, new UsageSeek(after, Order.OLDEST_FIRST, CHUNK));
            found.forEach(to);
            after = found.isEmpty() ? after : Optional.of(last(found));
        } while (found.size() == CHUNK);
    }

    /** Rollups outlive usage: where it was forgotten they would send us looking for nothing. */
    private Query kept(TenantId tenant, Query query) {
        var cutoff = Retention.of(tenants.byId(tenant).setting(Retention.SETTING)).cutoff(time.now(tenant));
        var from = query.from().isBefore(cutoff) ? cutoff : query.from();
        return new Query(query.account(), from, query.until(), query.meter(), query.endpoint(), query.model(),
                query.key());
    }

    private static UsageCursor last(List<Entry> entries) {
        var last = entries.get(entries.size() - 1);
        return new UsageCursor(last.at(), last.id());
    }
}
