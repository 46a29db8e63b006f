package io.weir.billing.store;

import io.weir.billing.domain.CouponCounts;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;

/** One row a coupon. Its update has the limit in its condition, so that of two who come at once the second sees it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SqlCouponCounts implements CouponCounts {
    private Database database;

    protected SqlCouponCounts() {
    }

    @Inject
    public SqlCouponCounts(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(TenantId tenant, String code, OptionalLong most) {
        return database.inTransaction().withHandle(handle -> {
            handle.createUpdate("INSERT INTO billing_coupon_count (tenant_id, code, taken) VALUES (:tenant, :code, 0)"
                    + " ON DUPLICATE KEY UPDATE taken = taken").bind("tenant", tenant).bind("code", code).execute();
            return handle.createUpdate("UPDATE billing_coupon_count SET taken = taken + 1"
                            + " WHERE tenant_id = :tenant AND code = :code AND taken < :most")
                    .bind("tenant", tenant).bind("code", code).bind("most", most.orElse(Long.MAX_VALUE))
                    .execute() == 1;
        });
    }

    @Override
    public void giveBack(TenantId tenant, String code) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("UPDATE billing_coupon_count"
                        + " SET taken = taken - 1 WHERE tenant_id = :tenant AND code = :code AND taken > 0")
                .bind("tenant", tenant).bind("code", code).execute());
    }

    @Override
    public long taken(TenantId tenant, String code) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("SELECT taken"
                        + " FROM billing_coupon_count WHERE tenant_id = :tenant AND code = :code")
                .bind("tenant", tenant).bind("code", code).mapTo(Long.class).findOne().orElse(0L));
    }
}
