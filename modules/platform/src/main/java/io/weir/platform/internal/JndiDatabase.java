package io.weir.platform.internal;

import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * The server's data sources, found by their global names at first use, so that any thread of any module may be
 * the first.
 */
@ApplicationScoped
public class JndiDatabase implements Database {
    private static final String CONTAINER_COMMITS = "jdbc/weir";
    private static final String OWN_COMMITS = "jdbc/weir-own-commits";
    private static final String ADMISSION = "jdbc/weir-admission";
    private volatile Jdbi inTransaction;
    private volatile DataSource ownCommits;

    @Override
    public Jdbi inTransaction() {
        if (inTransaction == null) {
            inTransaction = joining(find(CONTAINER_COMMITS));
        }
        return inTransaction;
    }

    @Override
    public DataSource ownCommits() {
        if (ownCommits == null) {
            ownCommits = find(OWN_COMMITS);
        }
        return ownCommits;
    }

    /** Not kept: a flusher asks once for each of its connections. */
    @Override
    public DataSource admission() {
        return find(ADMISSION);
    }

    /**
     * Jdbi must leave the transaction to the container: closing a handle would otherwise roll back, because the
     * server enlists the connection, and so turns its auto-commit off, only at the first statement.
     */
    static Jdbi joining(DataSource source) {
        var jdbi = Jdbi.create(source).installPlugin(new JdbiTypes());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    private static DataSource find(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("no data source " + name, e);
        }
    }
}
