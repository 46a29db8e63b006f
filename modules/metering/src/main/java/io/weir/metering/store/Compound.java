package io.weir.metering.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several statements that travel as one, and stop at the first that fails: MariaDB runs them one after the other, as it
 * would in a procedure, without a client setting that would let every statement of this connection be two.
 */
record Compound(List<SqlText> statements) {
    private static final SqlText ONE_ROW = new SqlText("IF ROW_COUNT()<>1 THEN SIGNAL SQLSTATE '45000' "
            + "SET MESSAGE_TEXT='a locked row is gone'; END IF");
    /** Above that the database would keep megabytes for each shape, and the shapes hardly ever come again. */
    private static final int MOST_PREPARED_VALUES = 2000;
    /** At the beginning of a statement it makes the driver send the values as text. */
    private static final String AS_TEXT = "/*client prepare*/ ";

    Compound {
        statements = List.copyOf(statements);
    }

    /** Writes that end in their own commit; each update of an allowance must have found its row, or nothing is done. */
    static Compound committing(List<SqlText> writes) {
        var all = new ArrayList<SqlText>(writes.size() + 2);
        for (var write : writes) {
            all.add(write);
            if (write.startsWith(WriteSql.UPDATE_ALLOWANCE)) {
                all.add(ONE_ROW);
            }
        }
        all.add(new SqlText("COMMIT"));
        return new Compound(all);
    }

    /** With its values set; the connection's cache of statements knows it again by its text. */
    PreparedStatement on(Connection open) throws SQLException {
        int values = statements.stream().mapToInt(SqlText::size).sum();
        var statement = open.prepareStatement(values > MOST_PREPARED_VALUES ? AS_TEXT + sql() : sql());
        int next = 1;
        for (var part : statements) {
            next = part.bind(statement, next);
        }
        return statement;
    }

    String sql() {
        return statements.stream().map(SqlText::prepared)
                .collect(Collectors.joining("; ", "BEGIN NOT ATOMIC ", "; END"));
    }
}
