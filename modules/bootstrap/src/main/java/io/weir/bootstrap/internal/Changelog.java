package io.weir.bootstrap.internal;

import java.sql.Connection;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The changes of all modules, in the order of {@code db-changelog/root.yaml}. */
final class Changelog {
    static final String ROOT = "db-changelog/root.yaml";
    /** It reports its use to its makers unless it is told not to. */
    private static final String REPORTS_USE = "liquibase.analytics.enabled";
    private final ResourceAccessor files;

    Changelog(ResourceAccessor files) {
        this.files = files;
    }

    /** Runs what has not run yet. The caller sees to it that nobody else does at the same time. */
    void bringUpToDate(Connection connection) throws LiquibaseException {
        with(new UnhurriedConnection(connection), liquibase -> {
            // Whoever holds Liquibase's own lock now crashed while holding it.
            liquibase.forceReleaseLocks();
            liquibase.update(new Contexts(), new LabelExpression());
            return null;
        });
    }

    <T> T with(DatabaseConnection connection, Work<T> work) throws LiquibaseException {
        Map<String, Object> manners = Map.of(Scope.Attr.ui.name(), new LoggerUIService(), REPORTS_USE, false,
                Scope.Attr.classLoader.name(), Changelog.class.getClassLoader());
        try {
            return Scope.child(manners, () -> {
                Database database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
                var liquibase = new Liquibase(ROOT, files, database);
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                return work.on(liquibase);
            });
        } catch (LiquibaseException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }

    /** Something to do with the changelog. */
    @FunctionalInterface
    interface Work<T> {
        T on(Liquibase liquibase) throws LiquibaseException;
    }
}
