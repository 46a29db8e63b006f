package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantClocks.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code platform_clock}: each change depends on the state it leaves, and is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ClockRows {
    private static final String DEPART = """
            UPDATE platform_clock SET before_at = :now, standing_at = :standing, target_at = :target
            WHERE tenant_id = :tenant AND target_at IS NULL AND offset_ms = :ahead""";
    private static final String STEP = """
            UPDATE platform_clock SET standing_at = :to
            WHERE tenant_id = :tenant AND standing_at = :from AND :to <= target_at""";
    private static final String ARRIVE = """
            UPDATE platform_clock SET offset_ms = GREATEST(offset_ms, :ahead), standing_at = NULL, target_at = NULL
            WHERE tenant_id = :tenant AND standing_at = :from AND target_at = :target""";

    @Inject
    Database database;

    public Kept kept(TenantId tenant, Instant wall) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT offset_ms, standing_at, target_at, before_at FROM platform_clock WHERE tenant_id = :tenant""")
                .bind("tenant", tenant).map((row, context) -> kept(row, wall)).findOne())
                .orElseGet(() -> new Kept(wall, Duration.ZERO, Optional.empty(), Optional.empty()));
    }

    /** Stops it, if it has not been moved since it was looked at. */
    public boolean depart(TenantId tenant, Kept from, Instant standing, Instant target) {
        return database.inTransaction().withHandle(handle -> {
            handle.createUpdate("INSERT IGNORE INTO platform_clock (tenant_id, offset_ms) VALUES (:tenant, 0)")
                    .bind("tenant", tenant).execute();
            return handle.createUpdate(DEPART).bind("tenant", tenant).bind("now", from.now())
                    .bind("standing", standing).bind("target", target)
                    .bind("ahead", from.ahead().toMillis()).execute() == 1;
        });
    }

    public boolean step(TenantId tenant, Instant from, Instant to) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(STEP).bind("tenant", tenant)
                .bind("from", from).bind("to", to).execute()) == 1;
    }

    /** @param wall the real time at which it is to be its target's */
    public boolean arrive(TenantId tenant, Instant from, Instant target, Instant wall) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(ARRIVE).bind("tenant", tenant)
                .bind("from", from).bind("target", target)
                .bind("ahead", Math.max(0, Duration.between(wall, target).toMillis())).execute()) == 1;
    }

    private static Kept kept(ResultSet row, Instant wall) throws SQLException {
        var reading = new ClockReading(Duration.ofMillis(row.getLong(1)),
                Optional.ofNullable(JdbiTypes.instant(row, 2)));
        var now = reading.at(wall);
        return new Kept(now, reading.isStanding() ? Duration.between(wall, now) : reading.ahead(),
                Optional.ofNullable(JdbiTypes.instant(row, 4)), Optional.ofNullable(JdbiTypes.instant(row, 3)));
    }
}
