package io.weir.payments.store;

import java.sql.SQLException;

/** Recognises that an insert met a unique key. MariaDB undoes such a statement alone; the transaction goes on. */
final class TakenKey {
    /** ER_DUP_ENTRY. */
    private static final int DUPLICATE = 1062;

    private TakenKey() {
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
