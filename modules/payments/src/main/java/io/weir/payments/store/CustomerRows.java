package io.weir.payments.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Accounts' names at gateways. The first that is kept counts, on whichever node. */
@ApplicationScoped
@Transactional
public class CustomerRows {
    private static final String INSERT = """
            INSERT INTO payments_customer (tenant_id, gateway, account_id, customer, created_at)
            VALUES (:tenant, :gateway, :account, :customer, :at)""";
    private static final String SELECT = """
            SELECT customer FROM payments_customer
            WHERE tenant_id = :tenant AND gateway = :gateway AND account_id = :account""";

    @Inject
    Database database;
    @Inject
    Time time;

    public Optional<String> find(TenantId tenant, String gateway, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT)
                .bind("tenant", tenant.toString()).bind("gateway", gateway).bind("account", account.toString())
                .mapTo(String.class).findOne());
    }

    /** @return the name that counts */
    public String keep(TenantId tenant, String gateway, AccountId account, String customer) {
        database.inTransaction().useHandle(handle -> TakenKey.isFree(handle.createUpdate(INSERT)
                .bind("tenant", tenant.toString()).bind("gateway", gateway).bind("account", account.toString())
                .bind("customer", customer).bind("at", time.now())));
        return find(tenant, gateway, account).orElseThrow(() -> new IllegalStateException(
                gateway + " calls two accounts of tenant " + tenant + " the same"));
    }
}
