package io.weir.metering.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The result sets of a {@link Compound} of queries, one after the other. */
final class Answers {
    private final PreparedStatement statement;
    private boolean ready;

    Answers(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.ready = statement.execute();
    }

    <T> T next(Reader<T> reader) throws SQLException {
        if (!ready) {
            throw new IllegalStateException("a query without an answer");
        }
        try (var rows = statement.getResultSet()) {
            return reader.read(rows);
        } finally {
            ready = statement.getMoreResults();
        }
    }

    /** Takes what it needs of the rows. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
