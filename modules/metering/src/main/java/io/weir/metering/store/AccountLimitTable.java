package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** {@code metering_account_limit}: requests per minute. */
@ApplicationScoped
@Transactional
@TenantScoped
public class AccountLimitTable {
    private final Database database;

    protected AccountLimitTable() {
        this(null);
    }

    @Inject
    public AccountLimitTable(Database database) {
        this.database = database;
    }

    public void assign(TenantId tenant, AccountId account, int perMinute) {
        database.inTransaction().useHandle(handle -> handle
                .createUpdate("""
                        INSERT INTO metering_account_limit (tenant_id, account_id, per_minute)
                        VALUES (:tenant, :account, :perMinute)
                        ON DUPLICATE KEY UPDATE per_minute = VALUES(per_minute)""")
                .bind("tenant", tenant).bind("account", account).bind("perMinute", perMinute)
                .execute());
    }

    /** 0 when the account has no limit. Without what the caller's transaction has written and may take back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int committed(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT per_minute FROM metering_account_limit
                        WHERE tenant_id = :tenant AND account_id = :account""")
                .bind("tenant", tenant).bind("account", account)
                .mapTo(Integer.class).findOne().orElse(0));
    }
}
