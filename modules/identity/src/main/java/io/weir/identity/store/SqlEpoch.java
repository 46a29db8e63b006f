package io.weir.identity.store;

import io.weir.identity.api.CredentialEpoch;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** The epoch is the one row of {@code identity_epoch}. */
@ApplicationScoped
public class SqlEpoch implements CredentialEpoch {
    private static final String READ = "SELECT epoch FROM identity_epoch WHERE id = 1";

    @Inject
    Database database;

    @Override
    public long read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(READ); var row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("identity_epoch is empty");
            }
            return row.getLong(1);
        }
    }

    public long current() {
        return database.inTransaction().withHandle(handle -> handle.createQuery(READ).mapTo(Long.class).one());
    }

    /**
     * In the transaction of the revocation, as its last statement: everybody who revokes queues for this row until the
     * commit.
     */
    public void advance() {
        database.inTransaction()
                .useHandle(handle -> handle.execute("UPDATE identity_epoch SET epoch = epoch + 1 WHERE id = 1"));
    }
}
