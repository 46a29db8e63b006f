package io.weir.metering.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The result sets of a {@link Compound} of queries, one after the other. */
final class Answers {
    private final Statement statement;
    private boolean ready;

    Answers(Statement statement, String sql) throws SQLException {
        this.statement = statement;
        this.ready = statement.execute(sql);
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
