package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageAlerts;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Alerts as the gate has written them. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlUsageAlerts implements UsageAlerts {
    private final Database database;
    private final Time time;
    private final Meters meters;
    private final AlertRows rows;

    protected SqlUsageAlerts() {
        this(null, null, null, null);
    }

    @Inject
    public SqlUsageAlerts(Database database, Time time, Meters meters, AlertRows rows) {
        this.database = database;
        this.time = time;
        this.meters = meters;
        this.rows = rows;
    }

    @Override
    public List<Alert> recent(TenantId tenant, AccountId account, int atMost) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT id, meter, percent, used, granted, period_end, raised_at, seen_at FROM metering_alert
                        WHERE tenant_id = :tenant AND account_id = :account
                        ORDER BY raised_at DESC, id DESC LIMIT :atMost""")
                .bind("tenant", tenant).bind("account", account).bind("atMost", atMost)
                .map((row, context) -> alert(tenant, row)).list());
    }

    private Alert alert(TenantId tenant, ResultSet row) throws SQLException {
        var key = new MeterKey(row.getString(2));
        var meter = meters.find(tenant, key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
        return new Alert(UUID.fromString(row.getString(1)), meter, row.getInt(3), row.getLong(4), row.getLong(5),
                Columns.moment(row, 6), Columns.moment(row, 7).orElseThrow(), Columns.moment(row, 8).isPresent());
    }

    @Override
    public int unseen(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT COUNT(*) FROM metering_alert
                        WHERE tenant_id = :tenant AND account_id = :account AND seen_at IS NULL""")
                .bind("tenant", tenant).bind("account", account).mapTo(Integer.class).one());
    }

    @Override
    public void markSeen(TenantId tenant, AccountId account) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("""
                        UPDATE metering_alert SET seen_at = :now
                        WHERE tenant_id = :tenant AND account_id = :account AND seen_at IS NULL""")
                .bind("now", time.now(tenant)).bind("tenant", tenant).bind("account", account).execute());
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int publishDue(int atMost) {
        var ofTenants = rows.due(atMost).stream().collect(
                Collectors.groupingBy(AlertRows.Due::tenant, LinkedHashMap::new, Collectors.toList()));
        return ofTenants.entrySet().stream().mapToInt(of -> rows.publish(of.getKey(), of.getValue())).sum();
    }
}
