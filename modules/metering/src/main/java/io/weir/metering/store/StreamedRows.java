package io.weir.metering.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows without holding them: an hour may have millions. */
final class StreamedRows {
    /** Rows that the driver holds at a time. */
    private static final int FETCH = 1000;
    private static final int LONGEST_SECONDS = 300;

    private StreamedRows() {
    }

    static void each(Connection connection, SqlText sql, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            statement.setQueryTimeout(LONGEST_SECONDS);
            try (var rows = statement.executeQuery(sql.toString())) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
