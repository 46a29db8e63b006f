package io.weir.tenancy.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.tenancy.api.Accounts.Found;
import io.weir.tenancy.domain.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * By which names a tenant's accounts are found, read outside the caller's transaction: what is remembered for everyone
 * must be committed. Whatever changes a name or a suspension advances the tenant's epoch in the same transaction.
 */
@ApplicationScoped
public class AccountNames {
    private static final String EPOCH = "SELECT epoch FROM tenancy_account_epoch WHERE tenant_id = :tenant";
    private static final String ADVANCE = """
            INSERT INTO tenancy_account_epoch (tenant_id, epoch) VALUES (:tenant, 1)
            ON DUPLICATE KEY UPDATE epoch = epoch + 1""";
    private static final String ACCOUNT = """
            SELECT id, suspension_at IS NOT NULL AS suspended FROM tenancy_account
            WHERE tenant_id = :tenant AND %s = :name""";
    private static final String BY_ID = ACCOUNT.formatted("id");
    private static final String BY_EXTERNAL_ID = ACCOUNT.formatted("external_id");
    private final Database database;

    protected AccountNames() {
        this(null);
    }

    @Inject
    public AccountNames(Database database) {
        this.database = database;
    }

    public long epoch(TenantId tenant) {
        return Jdbi.create(database.ownCommits()).withHandle(handle -> handle.createQuery(EPOCH)
                .bind("tenant", tenant.toString()).mapTo(Long.class).findOne()).orElse(0L);
    }

    /** An id goes before an external id that looks like one. */
    public Optional<Found> find(TenantId tenant, ExternalId name) {
        return Jdbi.create(database.ownCommits()).withHandle(handle -> {
            var byId = name.isUuid() ? find(handle, BY_ID, tenant, name) : Optional.<Found>empty();
            return byId.isPresent() ? byId : find(handle, BY_EXTERNAL_ID, tenant, name);
        });
    }

    /** In the transaction of the change. */
    public void advance(TenantId tenant) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(ADVANCE)
                .bind("tenant", tenant.toString()).execute());
    }

    private static Optional<Found> find(Handle handle, String sql, TenantId tenant, ExternalId name) {
        return handle.createQuery(sql).bind("tenant", tenant.toString()).bind("name", name.value())
                .map((row, context) -> new Found(AccountId.of(row.getString("id")), row.getBoolean("suspended")))
                .findOne();
    }
}
