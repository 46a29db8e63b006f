package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.platform.api.Database;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** {@code metering_rate}: a row for each operation of a tenant's rate card. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RateTable {
    private final Database database;
    private final Time time;

    protected RateTable() {
        this(null, null);
    }

    @Inject
    public RateTable(Database database, Time time) {
        this.database = database;
        this.time = time;
    }

    /** Rows that an administrator has changed or taken off stay as they are. */
    public void define(TenantId tenant, RateCard card) {
        database.inTransaction().useHandle(handle -> {
            forgetOthers(handle, tenant, card.operations().keySet());
            int place = 0;
            for (var entry : card.operations().entrySet()) {
                define(handle, tenant, place++, new Rate(entry.getKey(), new MeterKey(card.meter()), entry.getValue()));
            }
        });
    }

    private static void forgetOthers(Handle handle, TenantId tenant, Set<String> operations) {
        handle.createQuery("""
                SELECT operation FROM metering_rate
                WHERE tenant_id = :tenant AND NOT edited AND NOT removed FOR UPDATE""")
                .bind("tenant", tenant).mapTo(String.class).list().stream()
                .filter(operation -> !operations.contains(operation))
                .forEach(operation -> handle
                        .createUpdate("DELETE FROM metering_rate WHERE tenant_id = :tenant AND operation = :operation")
                        .bind("tenant", tenant).bind("operation", operation).execute());
    }

    private void define(Handle handle, TenantId tenant, int place, Rate rate) {
        handle.createUpdate("""
                INSERT INTO metering_rate (tenant_id, operation, meter, place, definition, edited, updated_at)
                VALUES (:tenant, :operation, :meter, :place, :definition, FALSE, :now)
                ON DUPLICATE KEY UPDATE
                  place = VALUES(place),
                  meter = IF(edited OR removed, meter, VALUES(meter)),
                  definition = IF(edited OR removed, definition, VALUES(definition)),
                  updated_at = IF(edited OR removed, updated_at, VALUES(updated_at))""")
                .bind("tenant", tenant).bind("operation", rate.operation()).bind("meter", rate.meter().value())
                .bind("place", place).bind("definition", Json.write(rate.terms())).bind("now", time.now()).execute();
    }

    /** A new one goes to the end of the card. */
    public void put(TenantId tenant, Rate rate) {
        database.inTransaction().useHandle(handle -> {
            int place = handle
                    .createQuery("SELECT COALESCE(MAX(place), -1) + 1 FROM metering_rate WHERE tenant_id = :tenant")
                    .bind("tenant", tenant).mapTo(Integer.class).one();
            handle.createUpdate("""
                    INSERT INTO metering_rate (tenant_id, operation, meter, place, definition, edited, updated_at)
                    VALUES (:tenant, :operation, :meter, :place, :definition, TRUE, :now)
                    ON DUPLICATE KEY UPDATE meter = VALUES(meter), definition = VALUES(definition), edited = TRUE,
                      removed = FALSE, updated_at = VALUES(updated_at)""")
                    .bind("tenant", tenant).bind("operation", rate.operation()).bind("meter", rate.meter().value())
                    .bind("place", place).bind("definition", Json.write(rate.terms())).bind("now", time.now())
                    .execute();
        });
    }

    public void remove(TenantId tenant, String operation) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("""
                        UPDATE metering_rate SET removed = TRUE, updated_at = :now
                        WHERE tenant_id = :tenant AND operation = :operation""")
                .bind("tenant", tenant).bind("operation", operation).bind("now", time.now()).execute());
    }

    /** Those that are on the card, in its order. */
    public List<Rate> of(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT operation, meter, definition FROM metering_rate
                        WHERE tenant_id = :tenant AND NOT removed ORDER BY place, operation""")
                .bind("tenant", tenant)
                .map((row, context) -> new Rate(row.getString(1), new MeterKey(row.getString(2)),
                        Json.read(row.getString(3), RateCard.Operation.class)))
                .list());
    }

    /** Without what the caller's transaction has written and may take back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Rate> committed(TenantId tenant) {
        return of(tenant);
    }

    /** An operation, its meter and its terms. */
    public record Rate(String operation, MeterKey meter, RateCard.Operation terms) {
    }
}
