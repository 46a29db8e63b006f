package io.weir.metering.store;

import io.weir.identity.api.CredentialEpoch;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchStore;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.KnownEvent;
import io.weir.metering.domain.Locked;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Reservation;
import io.weir.platform.api.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A flusher's own connection, kept for as long as it is good. A batch takes two round trips: one that locks and reads,
 * and one that writes and commits.
 */
public final class JdbcBatchStore implements BatchStore {
    private static final Logger LOG = Logger.getLogger(JdbcBatchStore.class.getName());
    /** A database that says nothing for so long is gone. More than the longest wait for a lock. */
    private static final int SILENCE_MILLIS = 1500;
    private final Database database;
    private final CredentialEpoch credentialEpoch;
    private final UUID node;
    private final int shard;
    private Connection connection;
    private Compound prepared;
    /** What the transaction has locked, to be waited for when its commit is lost. */
    private List<SqlText> locks = List.of();

    public JdbcBatchStore(Database database, CredentialEpoch credentialEpoch, UUID node, int shard) {
        this.database = database;
        this.credentialEpoch = credentialEpoch;
        this.node = node;
        this.shard = shard;
    }

    @Override
    public boolean isConnected() {
        return connection != null;
    }

    @Override
    public Locked lock(Agenda agenda, Moments now) {
        locks = LockSql.locks(agenda, now);
        return attempt(open -> {
            try (var statement = new Compound(LockSql.of(agenda, now, credentialEpoch)).on(open)) {
                var answers = new Answers(statement);
                var accounts = answers.next(LockedRows::accounts);
                var reservations = agenda.reservations().isEmpty() ? List.<Reservation>of()
                        : answers.next(LockedRows::reservations);
                var events = agenda.events().isEmpty() ? List.<KnownEvent>of() : answers.next(LockedRows::events);
                long epoch = agenda.credentials() ? answers.next(LockedRows::number) : 0;
                return new Locked(accounts.allowances(), accounts.remembered(), reservations, events, epoch);
            }
        });
    }

    /** Nothing is sent yet: the writes go with the commit. */
    @Override
    public void write(Changes changes, UUID batch, Moments now) {
        var statements = WriteSql.of(changes, now.wall());
        statements.add(wroteBatch(batch, now));
        prepared = Compound.committing(statements);
    }

    @Override
    public void commit() {
        var writes = prepared;
        prepared = null;
        attempt(open -> {
            try (var statement = writes.on(open)) {
                return statement.execute();
            }
        });
    }

    @Override
    public void rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "roll back", broken);
            discard();
        }
    }

    /**
     * Locks what the lost transaction had locked before it wrote anything: it may still be on its way through its
     * writes, whose last is the row that is asked for here. Whoever holds these locks knows that it has ended.
     */
    @Override
    public boolean committed(UUID batch) {
        var queries = new ArrayList<SqlText>(locks);
        queries.add(new SqlText("SELECT last_batch FROM metering_flusher WHERE node=").id(node)
                .sql(" AND shard=").number(shard).sql(" FOR UPDATE"));
        return attempt(open -> {
            try (var statement = new Compound(queries).on(open)) {
                var answers = new Answers(statement);
                for (int lock = 0; lock < queries.size() - 1; lock++) {
                    answers.next(rows -> rows);
                }
                boolean committed = answers.next(
                        rows -> rows.next() && batch.equals(UUID.fromString(rows.getString(1))));
                open.rollback();
                return committed;
            }
        });
    }

    @Override
    public void discard() {
        var old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try (old) {
            old.rollback();
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "give up a connection", broken);
        }
    }

    private SqlText wroteBatch(UUID batch, Moments now) {
        return new SqlText("INSERT INTO metering_flusher (node, shard, last_batch, written_at) VALUES (")
                .id(node).sql(",").number(shard).sql(",").id(batch).sql(",").moment(now.wall())
                .sql(") ON DUPLICATE KEY UPDATE last_batch=VALUES(last_batch), written_at=VALUES(written_at)");
    }

    private <T> T attempt(Work<T> work) {
        try {
            return work.on(connection());
        } catch (SQLException thrown) {
            if (SqlFailures.isOutdated(thrown)) {
                abort();
            }
            throw SqlFailures.failure(thrown);
        }
    }

    /** Not back into the pool, which would keep its statements. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "abort a connection", broken);
        }
    }

    private Connection connection() {
        if (connection == null) {
            try {
                connection = connect();
            } catch (SQLException thrown) {
                throw new BatchFailure(BatchFailure.Kind.UNREACHABLE, thrown);
            }
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        var opened = database.admission().getConnection();
        try {
            opened.setAutoCommit(false);
            opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            opened.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            try (var statement = opened.createStatement()) {
                statement.execute("SET SESSION innodb_lock_wait_timeout=1, max_statement_time=5");
            }
            return opened;
        } catch (SQLException | RuntimeException broken) {
            opened.close();
            throw broken;
        }
    }

    private interface Work<T> {
        T on(Connection open) throws SQLException;
    }
}
