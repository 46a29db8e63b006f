package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code metering_meter}. */
@ApplicationScoped
@Transactional
@TenantScoped
public class MeterTable {
    private static final String SELECT = """
            SELECT meter_key, title, unit, decimals, late_events FROM metering_meter WHERE tenant_id = :tenant""";
    private final Database database;

    protected MeterTable() {
        this(null);
    }

    @Inject
    public MeterTable(Database database) {
        this.database = database;
    }

    /** One that an administrator has changed stays as it is. */
    public void define(TenantId tenant, Meter meter) {
        write("""
                INSERT INTO metering_meter (tenant_id, meter_key, title, unit, decimals, late_events)
                VALUES (:tenant, :key, :title, :unit, :decimals, :late)
                ON DUPLICATE KEY UPDATE
                  title = IF(edited, title, VALUES(title)), unit = IF(edited, unit, VALUES(unit)),
                  decimals = IF(edited, decimals, VALUES(decimals)),
                  late_events = IF(edited, late_events, VALUES(late_events))""", tenant, meter);
    }

    public void put(TenantId tenant, Meter meter) {
        write("""
                INSERT INTO metering_meter (tenant_id, meter_key, title, unit, decimals, late_events, edited)
                VALUES (:tenant, :key, :title, :unit, :decimals, :late, TRUE)
                ON DUPLICATE KEY UPDATE title = VALUES(title), unit = VALUES(unit), decimals = VALUES(decimals),
                  late_events = VALUES(late_events), edited = TRUE""", tenant, meter);
    }

    private void write(String sql, TenantId tenant, Meter meter) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant).bind("key", meter.key().value()).bind("title", meter.title())
                .bind("unit", meter.unit()).bind("decimals", meter.decimals()).bind("late", meter.late().name())
                .execute());
    }

    /** So that nobody else changes it until the end of the transaction. */
    public Optional<Meter> lock(TenantId tenant, MeterKey key) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery(SELECT + " AND meter_key = :key FOR UPDATE")
                .bind("tenant", tenant).bind("key", key.value()).map(MeterTable::meter).findOne());
    }

    public void remove(TenantId tenant, MeterKey key) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("DELETE FROM metering_meter WHERE tenant_id = :tenant AND meter_key = :key")
                .bind("tenant", tenant).bind("key", key.value()).execute());
    }

    /** Whether any account has an allowance of it, ended ones included. */
    public boolean hasAllowances(TenantId tenant, MeterKey key) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("SELECT 1 FROM metering_allowance WHERE tenant_id = :tenant AND meter = :key LIMIT 1")
                .bind("tenant", tenant).bind("key", key.value()).mapTo(Integer.class).findOne().isPresent());
    }

    /** In order of key. */
    public List<Meter> of(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " ORDER BY meter_key")
                .bind("tenant", tenant).map(MeterTable::meter).list());
    }

    /** Without what the caller's transaction has written and may take back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Meter> committed(TenantId tenant) {
        return of(tenant);
    }

    private static Meter meter(ResultSet row, StatementContext context) throws SQLException {
        return new Meter(new MeterKey(row.getString(1)), row.getString(2), row.getString(3), row.getInt(4),
                Meter.LateEvents.valueOf(row.getString(5)));
    }
}
