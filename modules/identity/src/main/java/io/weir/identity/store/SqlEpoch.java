package io.weir.identity.store;

import io.weir.identity.api.CredentialEpoch;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The epoch is the one row of {@code identity_epoch}. */
@ApplicationScoped
public class SqlEpoch implements CredentialEpoch {
    private static final String READ = "SELECT epoch FROM identity_epoch WHERE id = 1";

    @Inject
    Database database;

    @Override
    public String query() {
        return READ;
    }

    public long current() {
        return database.inTransaction().withHandle(handle -> handle.createQuery(READ).mapTo(Long.class).one());
    }

    /**
     * Makes whoever comes here next, for whatever tenant, wait for this transaction's end. For what is counted before
     * it is written and has no row of its own to lock; not for anything that happens often.
     */
    public void hold() {
        database.inTransaction().useHandle(handle -> handle.createQuery(READ + " FOR UPDATE").mapTo(Long.class).one());
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
