package io.weir.bootstrap.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Lets one node of many at a time do what must not be done twice. The database gives it back by itself when the
 * connection that holds it ends, so no crash leaves it behind.
 */
record DatabaseLock(DataSource source, String name, Duration atMost) {
    /** Locks are the server's, not the schema's: two installations on one server must not wait for each other. */
    private static final String TAKE = "SELECT GET_LOCK(CONCAT(LEFT(DATABASE(), 40), '.weir.', ?), ?)";
    private static final String GIVE_BACK = "SELECT RELEASE_LOCK(CONCAT(LEFT(DATABASE(), 40), '.weir.', ?))";
    /** Seconds, shorter than the data source's own limit for a statement. */
    private static final int PATIENCE = 2;

    /** @throws IllegalStateException when another node has held it all the while */
    void during(Runnable work) throws SQLException {
        try (var connection = source.getConnection()) {
            take(connection);
            try {
                work.run();
            } finally {
                giveBack(connection);
            }
        }
    }

    private void take(Connection connection) throws SQLException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isTaken(connection)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "another node has held the lock " + name + " for " + atMost.toSeconds() + " s");
            }
        }
    }

    private boolean isTaken(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            statement.setInt(2, PATIENCE);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        }
    }

    private void giveBack(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
