package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Holder;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds reservations of all tenants whose time has run out. Holds no lock on them: the gate looks again. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class HeldReservations {
    private final Database database;

    protected HeldReservations() {
        this(null);
    }

    @Inject
    public HeldReservations(Database database) {
        this.database = database;
    }

    /** Earliest first. */
    public List<Ask.Expire> dueAt(Instant now, int atMost) {
        return database.inTransaction().withHandle(handle -> handle
                .createQuery("""
                        SELECT tenant_id, account_id, id FROM metering_reservation
                        WHERE state = 'HELD' AND expires_at <= :now ORDER BY expires_at LIMIT :atMost""")
                .bind("now", now).bind("atMost", atMost)
                .map((row, context) -> new Ask.Expire(
                        new Holder(TenantId.of(row.getString(1)), AccountId.of(row.getString(2))),
                        UUID.fromString(row.getString(3))))
                .list());
    }
}
