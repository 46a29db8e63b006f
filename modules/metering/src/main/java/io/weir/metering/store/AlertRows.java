package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.UsageThresholdReached;
import io.weir.platform.api.Database;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Publishes rows of {@code metering_alert}: finds them for all tenants, and works for one tenant in a transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AlertRows {
    private final Database database;
    private final Outbox outbox;
    private final Time time;

    protected AlertRows() {
        this(null, null, null);
    }

    @Inject
    public AlertRows(Database database, Outbox outbox, Time time) {
        this.database = database;
        this.outbox = outbox;
        this.time = time;
    }

    /** Oldest first. Holds no lock on them: publishing looks again. */
    public List<Due> due(int atMost) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT tenant_id, account_id, id, meter, percent, used, granted FROM metering_alert
                        WHERE published_at IS NULL ORDER BY id LIMIT :atMost""")
                .bind("atMost", atMost)
                .map((row, context) -> new Due(TenantId.of(row.getString(1)), AccountId.of(row.getString(2)),
                        UUID.fromString(row.getString(3)), row.getString(4), row.getInt(5), row.getLong(6),
                        row.getLong(7)))
                .list());
    }

    /** Those that no other node has published meanwhile; answers how many. */
    @TenantScoped
    public int publish(TenantId tenant, List<Due> alerts) {
        var mine = alerts.stream().filter(alert -> claim(tenant, alert)).toList();
        mine.forEach(alert -> outbox.publish(tenant, alert.event()));
        return mine.size();
    }

    /** The row's lock decides between two nodes: the later one finds it published. */
    private boolean claim(TenantId tenant, Due alert) {
        return database.inTransaction().withHandle(handle -> handle
                .createUpdate("""
                        UPDATE metering_alert SET published_at = :now
                        WHERE tenant_id = :tenant AND account_id = :account AND id = :id AND published_at IS NULL""")
                .bind("now", time.now()).bind("tenant", tenant).bind("account", alert.account())
                .bind("id", alert.id()).execute()) == 1;
    }

    /** An alert that nobody has been told of. */
    public record Due(TenantId tenant, AccountId account, UUID id, String meter, int percent, long used,
            long granted) {
        UsageThresholdReached event() {
            return new UsageThresholdReached(tenant, account.toString(), id.toString(), meter, percent, used, granted);
        }
    }
}
