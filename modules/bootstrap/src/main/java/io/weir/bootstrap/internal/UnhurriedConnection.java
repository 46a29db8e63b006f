package io.weir.bootstrap.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * A connection whose statements may take as long as they need: the data source's limit is for requests, not for
 * altering a large table.
 */
final class UnhurriedConnection extends JdbcConnection {
    private static final int NO_LIMIT = 0;

    UnhurriedConnection(Connection connection) {
        super(connection);
    }

    @Override
    public Statement createStatement() throws DatabaseException {
        return unhurried(super.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws DatabaseException {
        return unhurried(super.createStatement(type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws DatabaseException {
        return unhurried(super.prepareStatement(sql));
    }

    private static <S extends Statement> S unhurried(S statement) throws DatabaseException {
        try {
            statement.setQueryTimeout(NO_LIMIT);
            return statement;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
