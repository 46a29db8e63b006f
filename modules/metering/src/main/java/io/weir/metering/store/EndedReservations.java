package io.weir.metering.store;

import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Deletes, of all tenants, reservations that ended long ago and batches of flushers that are gone. Locks a reservation
 * before its parts, as the gate does, and passes over one that somebody is asking for.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class EndedReservations {
    private static final List<String> ENDED = List.of("COMMITTED", "RELEASED", "EXPIRED");
    private final Database database;

    protected EndedReservations() {
        this(null);
    }

    @Inject
    public EndedReservations(Database database) {
        this.database = database;
    }

    /** Those whose time would have run out before then. */
    public int delete(Instant before, int atMost) {
        return database.inTransaction().withHandle(handle -> {
            int done = 0;
            for (var state : ENDED) {
                done += delete(handle, state, before, atMost - done);
            }
            return done;
        });
    }

    private static int delete(Handle handle, String state, Instant before, int atMost) {
        var keys = handle.createQuery("""
                SELECT tenant_id, account_id, id FROM metering_reservation FORCE INDEX (metering_reservation_due)
                WHERE state = :state AND expires_at < :before ORDER BY expires_at LIMIT :atMost
                FOR UPDATE SKIP LOCKED""")
                .bind("state", state).bind("before", before).bind("atMost", atMost)
                .map((row, context) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list();
        if (!keys.isEmpty()) {
            execute(handle.prepareBatch("DELETE FROM metering_reservation_part"
                    + " WHERE tenant_id = :tenant AND account_id = :account AND reservation_id = :id"), keys);
            execute(handle.prepareBatch("DELETE FROM metering_reservation"
                    + " WHERE tenant_id = :tenant AND account_id = :account AND id = :id"), keys);
        }
        return keys.size();
    }

    private static void execute(PreparedBatch batch, List<List<String>> keys) {
        for (var key : keys) {
            batch.bind("tenant", key.get(0)).bind("account", key.get(1)).bind("id", key.get(2)).add();
        }
        batch.execute();
    }

    /** Found without a lock first, because a scan that locks would wait for every flusher at work. */
    public int deleteFlushers(Instant before, int atMost) {
        return database.inTransaction().withHandle(handle -> {
            var gone = handle.createQuery("""
                    SELECT node, shard FROM metering_flusher WHERE written_at < :before LIMIT :atMost""")
                    .bind("before", before).bind("atMost", atMost)
                    .map((row, context) -> new Flusher(row.getString(1), row.getInt(2))).list();
            gone.forEach(flusher -> handle.createUpdate("""
                    DELETE FROM metering_flusher
                    WHERE node = :node AND shard = :shard AND written_at < :before""")
                    .bind("node", flusher.node()).bind("shard", flusher.shard()).bind("before", before).execute());
            return gone.size();
        });
    }

    private record Flusher(String node, int shard) {
    }
}
