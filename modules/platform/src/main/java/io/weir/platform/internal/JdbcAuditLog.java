package io.weir.platform.internal;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import io.weir.platform.api.RequestContext;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code platform_audit}, written with the deed: a deed that is rolled back was not done and leaves none. */
@ApplicationScoped
@Transactional
public class JdbcAuditLog implements AuditLog {
    private static final String SYSTEM = "system";
    @Inject
    private Database database;
    @Inject
    private Time time;

    @Override
    public void record(TenantId tenant, String action, String subject, Object before, Object after) {
        var context = RequestContext.current();
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                INSERT INTO platform_audit (tenant_id, id, happened_at, actor, address, action_name, subject,
                    value_before, value_after)
                VALUES (:tenant, :id, :now, :actor, :address, :action, :subject, :before, :after)""")
                .bind("tenant", tenant).bind("id", Ids.next()).bind("now", time.now())
                .bind("actor", context.map(RequestContext::actor).orElse(SYSTEM))
                .bind("address", context.map(RequestContext::address).orElse(SYSTEM))
                .bind("action", action).bind("subject", subject)
                .bind("before", json(before)).bind("after", json(after)).execute());
    }

    @Override
    public Page<Entry> entries(TenantId tenant, Page.Request page) {
        return database.inTransaction().withHandle(handle -> {
            var found = handle.createQuery("""
                    SELECT id, happened_at, actor, address, action_name, subject, value_before, value_after
                    FROM platform_audit WHERE tenant_id = :tenant
                    ORDER BY happened_at DESC, id DESC LIMIT :limit OFFSET :offset""")
                    .bind("tenant", tenant).bind("limit", page.limit()).bind("offset", page.offset())
                    .map(JdbcAuditLog::entry).list();
            long total = handle.createQuery("SELECT COUNT(*) FROM platform_audit WHERE tenant_id = :tenant")
                    .bind("tenant", tenant).mapTo(Long.class).one();
            return new Page<>(found, page.page(), page.limit(), total);
        });
    }

    private static String json(Object value) {
        return value == null ? null : Json.write(value);
    }

    private static Entry entry(ResultSet rows, StatementContext context) throws SQLException {
        return new Entry(UUID.fromString(rows.getString("id")), JdbiTypes.instant(rows, rows.findColumn("happened_at")),
                rows.getString("actor"), rows.getString("address"), rows.getString("action_name"),
                rows.getString("subject"), rows.getString("value_before"), rows.getString("value_after"));
    }
}
