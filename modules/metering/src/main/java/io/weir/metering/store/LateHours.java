package io.weir.metering.store;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountHour;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;

/** Says that hours which are over are about to change. Committed before they do, so no page reads their sums then. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class LateHours {
    private final Database database;

    protected LateHours() {
        this(null);
    }

    @Inject
    public LateHours(Database database) {
        this.database = database;
    }

    /** @param settled when the change has certainly happened, or never will */
    public void announce(TenantId tenant, Collection<AccountHour> hours, Instant settled) {
        database.inTransaction().useHandle(handle -> UnsummedHours.mark(handle, hours, settled));
    }
}
