package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a tenant's metering is over by its own clock. A reservation runs out in real time; by a clock that was moved
 * since, it lives as long after it was made.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ClockMoments {
    private static final int MOST = 1000;
    private static final String RESERVATION_ENDS =
            "held_at + INTERVAL TIMESTAMPDIFF(MICROSECOND, created_at, expires_at) MICROSECOND";
    private static final String NEXT_RESERVATION = "SELECT MIN(" + RESERVATION_ENDS + ") FROM metering_reservation"
            + " WHERE state = 'HELD' AND tenant_id = :tenant AND " + RESERVATION_ENDS + " > :after";
    private static final String HASTEN = "UPDATE metering_reservation SET expires_at = :now"
            + " WHERE state = 'HELD' AND tenant_id = :tenant AND expires_at > :now AND " + RESERVATION_ENDS
            + " <= :tenantNow";
    /** Those of a subscription's period are told of with it. */
    private static final String ALLOWANCES = " FROM metering_allowance WHERE tenant_id = :tenant"
            + " AND source NOT LIKE 'subscription/%' AND ends_at ";

    @Inject
    Database database;

    /** An allowance that has ended, and whose it was. */
    public record Ended(UUID allowance, AccountId account) {
    }

    public Optional<Instant> next(TenantId tenant, Instant after) {
        return Stream.of(NEXT_RESERVATION, "SELECT MIN(ends_at)" + ALLOWANCES + "> :after")
                .map(sql -> database.inTransaction().withHandle(handle -> Optional.ofNullable(handle.createQuery(sql)
                        .bind("tenant", tenant).bind("after", after).mapTo(Instant.class).one())))
                .flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** Reservations whose time is over by the tenant's clock are so by the real one, too. */
    public void hasten(TenantId tenant, Instant tenantNow, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(HASTEN).bind("tenant", tenant)
                .bind("tenantNow", tenantNow).bind("now", now).execute());
    }

    public List<Ended> endedAt(TenantId tenant, Instant moment) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("SELECT id, account_id" + ALLOWANCES
                        + "= :moment AND starts_at < ends_at ORDER BY id LIMIT :most")
                .bind("tenant", tenant).bind("moment", moment).bind("most", MOST)
                .map((row, context) -> new Ended(UUID.fromString(row.getString(1)),
                        AccountId.of(row.getString(2)))).list());
    }
}
