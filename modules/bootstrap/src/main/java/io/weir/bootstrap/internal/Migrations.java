package io.weir.bootstrap.internal;

import io.weir.platform.api.Database;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import liquibase.exception.LiquibaseException;

/** Brings the database to this version before anything else uses it. Nodes that start together take turns. */
@Singleton
@Startup
@DependsOn("StartGuard")
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    private static final Duration DATABASE_WITHIN = Duration.ofSeconds(60);
    private static final Duration TURN_WITHIN = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    @Inject
    private Database database;
    @Inject
    private StartProgress progress;

    @PostConstruct
    void migrate() {
        try {
            awaitDatabase();
            new DatabaseLock(database.ownCommits(), "migrations", TURN_WITHIN).during(this::bringUpToDate);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
        progress.migrated();
    }

    /** On a connection of its own: the other one holds the lock. */
    private void bringUpToDate() {
        long started = System.nanoTime();
        try (var files = PackagedFiles.open(); var connection = database.ownCommits().getConnection()) {
            new Changelog(files.accessor()).bringUpToDate(connection);
        } catch (SQLException | LiquibaseException | IOException e) {
            throw new IllegalStateException("the database cannot be brought to this version", e);
        }
        LOG.log(Level.INFO, "database is up to date after {0} ms",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    /** A database that starts together with the server may need a while. */
    private void awaitDatabase() throws SQLException {
        long end = System.nanoTime() + DATABASE_WITHIN.toNanos();
        while (true) {
            try (Connection connection = database.ownCommits().getConnection()) {
                connection.isValid(1);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LOG.log(Level.INFO, "waiting for the database: {0}", notYet.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", e);
        }
    }
}
