package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.RollupDifference;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.SumDifference;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Holds rollups against usage, and sums against rollups, without a lock: usage and rollups are written in one
 * transaction, so in one snapshot of the database (REPEATABLE READ) they are equal, or wrong. Nobody waits while we
 * look.
 */
@ApplicationScoped
public class RollupSnapshots {
    /** A busy hour is read for longer than the flushers, who share these connections, would wait. */
    private static final int LONGEST_MILLIS = 300_000;
    private final Database database;

    protected RollupSnapshots() {
        this(null);
    }

    @Inject
    public RollupSnapshots(Database database) {
        this.database = database;
    }

    /** Everybody who may have used something in the span. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TenantScoped
    public List<AccountId> accounts(TenantId tenant, Stretch span) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT account_id FROM metering_allowance WHERE tenant_id = :tenant
                UNION SELECT account_id FROM metering_usage_hour
                WHERE tenant_id = :tenant AND hour_at >= :from AND hour_at < :until""")
                .bind("tenant", tenant).bind("from", span.from()).bind("until", span.until())
                .mapTo(AccountId.class).list());
    }

    /** Before this there may be rollups whose usage was forgotten; absent when none ever was. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TenantScoped
    public Optional<Instant> forgottenBefore(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> ForgottenUsage.before(handle, tenant));
    }

    public Optional<Instant> firstBusyHour(Holder holder, Collection<String> meters, Stretch span) {
        return look(connection -> new RollupProof(connection, holder, meters).firstBusyHour(span));
    }

    public RollupDifference difference(Holder holder, Collection<String> meters, Stretch hours) {
        return look(connection -> new RollupProof(connection, holder, meters).difference(hours));
    }

    public Optional<Instant> firstSummedHour(Holder holder, Stretch span) {
        return look(connection -> new SumProof(connection, holder).first(span));
    }

    public SumDifference sumDifference(Holder holder, Stretch day) {
        return look(connection -> new SumProof(connection, holder).difference(day));
    }

    private <T> T look(Look<T> look) {
        try (var connection = database.ownCommits().getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_MILLIS);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return look.at(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rollups cannot be compared now", e);
        }
    }

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }
}
