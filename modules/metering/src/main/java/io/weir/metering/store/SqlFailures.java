package io.weir.metering.store;

import io.weir.metering.domain.BatchFailure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What an {@code SQLException} of MariaDB, its driver or the pool means for a batch. */
final class SqlFailures {
    /** Lock wait time-out, deadlock, and a key that another took first: what it wrote is there to be read now. */
    private static final Set<Integer> CONTENDED = Set.of(1205, 1213, 1062);
    /**
     * Shut-down in progress, read-only, interrupted, connection killed, statement time-out: the server would not, not
     * the statement.
     */
    private static final Set<Integer> UNWILLING = Set.of(1053, 1290, 1317, 1836, 1927, 1969);

    /**
     * A syntax error in statements that were good before: MariaDB 11.4 parses a part of a prepared block again when
     * its table has changed (a new month's partition), and stumbles over the question marks. A new connection prepares
     * anew.
     */
    private static final int OUTDATED = 1064;

    private SqlFailures() {
    }

    static BatchFailure failure(SQLException thrown) {
        return new BatchFailure(kind(thrown), thrown);
    }

    /** Whether the connection's prepared statements are older than their tables; nothing came to a commit then. */
    static boolean isOutdated(SQLException thrown) {
        return thrown.getErrorCode() == OUTDATED;
    }

    static BatchFailure.Kind kind(SQLException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (isContended(sql)) {
                    return BatchFailure.Kind.CONTENDED;
                } else if (isUnreachable(sql)) {
                    return BatchFailure.Kind.UNREACHABLE;
                }
            }
        }
        return BatchFailure.Kind.BROKEN;
    }

    private static boolean isContended(SQLException thrown) {
        return "40001".equals(thrown.getSQLState()) || CONTENDED.contains(thrown.getErrorCode());
    }

    private static boolean isUnreachable(SQLException thrown) {
        return thrown instanceof SQLNonTransientConnectionException || thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLRecoverableException || isOutdated(thrown)
                || UNWILLING.contains(thrown.getErrorCode())
                || thrown.getSQLState() != null && thrown.getSQLState().startsWith("08");
    }
}
