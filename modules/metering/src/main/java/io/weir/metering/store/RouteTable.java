package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.GatewayRoute;
import io.weir.platform.api.Database;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** {@code metering_route}: routes as JSON, and what their upstreams want to be told in secret, sealed. */
@ApplicationScoped
@Transactional
@TenantScoped
public class RouteTable {
    /** Of sealed credentials, in bytes; the column's width. */
    public static final int MOST_SEALED = 8000;
    private static final String SELECT =
            "SELECT definition, sealed_credentials FROM metering_route WHERE tenant_id = :tenant";
    private final Database database;
    private final Time time;

    protected RouteTable() {
        this(null, null);
    }

    @Inject
    public RouteTable(Database database, Time time) {
        this.database = database;
        this.time = time;
    }

    /** In order of slug. */
    public List<Row> of(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " ORDER BY slug")
                .bind("tenant", tenant).map(RouteTable::row).list());
    }

    /** So that nobody else changes it until the end of the transaction. */
    public Optional<Row> lock(TenantId tenant, String slug) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery(SELECT + " AND slug = :slug FOR UPDATE")
                .bind("tenant", tenant).bind("slug", slug).map(RouteTable::row).findOne());
    }

    /** Without what the caller's transaction has written and may take back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Row> committed(TenantId tenant, String slug) {
        return database.inTransaction().withHandle(handle -> find(handle, tenant, slug));
    }

    private static Optional<Row> find(Handle handle, TenantId tenant, String slug) {
        return handle.createQuery(SELECT + " AND slug = :slug AND active")
                .bind("tenant", tenant).bind("slug", slug).map(RouteTable::row).findOne();
    }

    public void put(TenantId tenant, Row row) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("""
                        INSERT INTO metering_route (tenant_id, slug, definition, sealed_credentials, active, updated_at)
                        VALUES (:tenant, :slug, :definition, :sealed, :active, :now)
                        ON DUPLICATE KEY UPDATE definition = VALUES(definition), active = VALUES(active),
                          sealed_credentials = VALUES(sealed_credentials), updated_at = VALUES(updated_at)""")
                .bind("tenant", tenant).bind("slug", row.route().slug())
                .bind("definition", Json.write(row.route())).bind("sealed", row.sealed().orElse(null))
                .bind("active", row.route().active()).bind("now", time.now()).execute());
    }

    public void remove(TenantId tenant, String slug) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("DELETE FROM metering_route WHERE tenant_id = :tenant AND slug = :slug")
                .bind("tenant", tenant).bind("slug", slug).execute());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(Json.read(row.getString(1), GatewayRoute.class), Optional.ofNullable(row.getBytes(2)));
    }

    /** A route and its sealed credentials. */
    public record Row(GatewayRoute route, Optional<byte[]> sealed) {
    }
}
