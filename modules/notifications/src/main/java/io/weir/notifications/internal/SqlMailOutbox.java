package io.weir.notifications.internal;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.notifications.api.MailOutbox;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Reads a tenant's mails with SQL, as they are written and delivered with it. */
@Stateless
@TenantScoped
public class SqlMailOutbox implements MailOutbox {
    private Database database;

    public SqlMailOutbox() {
    }

    @Inject
    public SqlMailOutbox(Database database) {
        this.database = database;
    }

    @Override
    public Page<Mail> page(TenantId tenant, Page.Request page) {
        return database.inTransaction().withHandle(handle -> read(handle, tenant, page));
    }

    private static Page<Mail> read(Handle handle, TenantId tenant, Page.Request page) {
        var mails = handle.createQuery("""
                SELECT id, to_address, subject, status, attempts, last_error, created_at, sent_at,
                    CASE WHEN confidential AND status <> 'unsent' THEN '' ELSE body END AS shown_body
                FROM notifications_mail WHERE tenant_id = :tenant
                ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset""")
                .bind("tenant", tenant).bind("limit", page.limit()).bind("offset", page.offset())
                .reduceRows(new ArrayList<Mail>(), (found, row) -> {
                    found.add(mail(row));
                    return found;
                });
        var total = handle.createQuery("SELECT COUNT(*) FROM notifications_mail WHERE tenant_id = :tenant")
                .bind("tenant", tenant).mapTo(Long.class).one();
        return new Page<>(mails, page.page(), page.limit(), total);
    }

    private static Mail mail(RowView row) {
        return new Mail(row.getColumn("id", UUID.class), row.getColumn("to_address", String.class),
                row.getColumn("subject", String.class), row.getColumn("shown_body", String.class),
                row.getColumn("status", String.class), row.getColumn("attempts", Integer.class),
                Optional.ofNullable(row.getColumn("last_error", String.class)),
                row.getColumn("created_at", Instant.class), Optional.ofNullable(row.getColumn("sent_at",
                        Instant.class)));
    }
}
