package io.weir.webrest.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/**
 * Tells a database that is gone, or too busy for now, from one that was asked something wrong. No connection: SQL state
 * 08, or none free in time; too busy: deadlock victim, lock or statement time-out.
 */
final class Outages {
    private Outages() {
    }

    static boolean isOutage(Throwable thrown) {
        return Causes.chain(thrown).anyMatch(t -> t instanceof SQLException sql && isOutage(sql));
    }

    private static boolean isOutage(SQLException e) {
        return e instanceof SQLTransientException || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException
                || e.getSQLState() != null && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("40"));
    }
}
