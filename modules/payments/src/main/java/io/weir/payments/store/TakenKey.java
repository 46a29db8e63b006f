package io.weir.payments.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Recognises that an insert met a unique key. MariaDB undoes such a statement alone; the transaction goes on. */
final class TakenKey {
    /** ER_DUP_ENTRY. */
    private static final int DUPLICATE = 1062;

    private TakenKey() {
    }

    /** Inserts a row. @return false when another has its key; anything else that is wrong is thrown */
    static boolean isFree(Update insert) {
        try (insert) {
            return insert.execute() == 1;
        } catch (UnableToExecuteStatementException e) {
            if (isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
                return true;
            }
        }
        return false;
    }
}
