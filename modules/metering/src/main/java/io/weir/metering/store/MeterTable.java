package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** {@code metering_meter}. */
@ApplicationScoped
@Transactional
@TenantScoped
public class MeterTable {
    private final Database database;

    protected MeterTable() {
        this(null);
    }

    @Inject
    public MeterTable(Database database) {
        this.database = database;
    }

    public void define(TenantId tenant, Meter meter) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("""
                        INSERT INTO metering_meter (tenant_id, meter_key, title, unit, decimals)
                        VALUES (:tenant, :key, :title, :unit, :decimals)
                        ON DUPLICATE KEY UPDATE
                          title = VALUES(title), unit = VALUES(unit), decimals = VALUES(decimals)""")
                .bind("tenant", tenant).bind("key", meter.key().value()).bind("title", meter.title())
                .bind("unit", meter.unit()).bind("decimals", meter.decimals())
                .execute());
    }

    /** In order of key. */
    public List<Meter> of(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT meter_key, title, unit, decimals FROM metering_meter
                        WHERE tenant_id = :tenant ORDER BY meter_key""")
                .bind("tenant", tenant)
                .map((row, context) -> new Meter(new MeterKey(row.getString(1)), row.getString(2), row.getString(3),
                        row.getInt(4)))
                .list());
    }

    /** Without what the caller's transaction has written and may take back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Meter> committed(TenantId tenant) {
        return of(tenant);
    }
}
