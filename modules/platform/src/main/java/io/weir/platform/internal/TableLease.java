package io.weir.platform.internal;

import io.weir.platform.api.Database;
import io.weir.platform.api.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A lease is a row of {@code platform_lease} whose time has not run out. The database's clock decides, so that nodes
 * whose clocks differ agree, and one conditional statement takes it, so that two nodes never both do.
 */
@ApplicationScoped
public class TableLease implements Lease {
    private static final String TAKE_EXPIRED = """
            UPDATE platform_lease SET holder = ?, held_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
            WHERE job = ? AND held_until <= UTC_TIMESTAMP(3)""";
    private static final String TAKE_FIRST = """
            INSERT IGNORE INTO platform_lease (holder, held_until, job)
            VALUES (?, UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND, ?)""";
    private static final String RELEASE =
            "UPDATE platform_lease SET held_until = UTC_TIMESTAMP(3) WHERE job = ? AND holder = ?";
    private static final int LONGEST_JOB = 100;
    private static final UUID NODE = UUID.randomUUID();
    private static final AtomicLong TURN = new AtomicLong();
    private final Database database;

    protected TableLease() {
        this(null);
    }

    @Inject
    public TableLease(Database database) {
        this.database = database;
    }

    @Override
    public boolean tryRun(String job, Duration atMost, Runnable work) {
        if (job.isBlank() || job.length() > LONGEST_JOB || atMost.toMillis() < 1) {
            throw new IllegalArgumentException("lease of " + job + " for " + atMost);
        }
        var holder = nextHolder();
        if (!take(job, holder, atMost)) {
            return false;
        }
        try {
            work.run();
        } finally {
            release(job, holder);
        }
        return true;
    }

    /**
     * The node, and which of its turns: a turn that took too long must not release the lease of its own node's next
     * one.
     */
    private static String nextHolder() {
        return NODE + "/" + TURN.incrementAndGet();
    }

    private boolean take(String job, String holder, Duration atMost) {
        try (var connection = database.ownCommits().getConnection()) {
            return taken(connection, TAKE_EXPIRED, job, holder, atMost)
                    || taken(connection, TAKE_FIRST, job, holder, atMost);
        } catch (SQLException e) {
            throw new IllegalStateException("lease of " + job + " cannot be taken", e);
        }
    }

    private static boolean taken(Connection connection, String sql, String job, String holder, Duration atMost)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, holder);
            statement.setLong(2, atMost.toMillis() * 1000);
            statement.setString(3, job);
            return statement.executeUpdate() == 1;
        }
    }

    private void release(String job, String holder) {
        try (var connection = database.ownCommits().getConnection();
                var statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, job);
            statement.setString(2, holder);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("lease of " + job + " cannot be released; it runs out by itself", e);
        }
    }
}
