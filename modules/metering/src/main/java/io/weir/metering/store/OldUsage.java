package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Deletes one tenant's old usage and events, some rows in each transaction. {@code before} is the beginning of a month:
 * every row of the tenant in the partitions that are looked into is to go, so none is read in vain.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class OldUsage {
    private final Database database;

    protected OldUsage() {
        this(null);
    }

    @Inject
    public OldUsage(Database database) {
        this.database = database;
    }

    /** Says that what lies before this is given up; to be said before any of it is deleted. */
    public void giveUp(TenantId tenant, Instant before) {
        database.inTransaction().useHandle(handle -> ForgottenUsage.note(handle, tenant, before));
    }

    public int deleteUsage(TenantId tenant, Instant before, int atMost) {
        return delete(tenant, before, atMost, """
                DELETE FROM metering_usage WHERE tenant_id = :tenant AND used_at < :before
                ORDER BY tenant_id, account_id, used_at, id LIMIT :atMost""");
    }

    public int deleteEvents(TenantId tenant, Instant before, int atMost) {
        return delete(tenant, before, atMost, """
                DELETE FROM metering_event WHERE tenant_id = :tenant AND used_at < :before
                ORDER BY tenant_id, used_at LIMIT :atMost""");
    }

    private int delete(TenantId tenant, Instant before, int atMost, String sql) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant).bind("before", before).bind("atMost", atMost).execute());
    }
}
