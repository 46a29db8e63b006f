package io.weir.bootstrap.internal;

import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without its database Weir admits nobody, so it should get no requests. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    private static final int SECONDS = 1;
    private final Database database;

    protected DatabaseReadiness() {
        this(null);
    }

    @Inject
    public DatabaseReadiness(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (var connection = database.ownCommits().getConnection(); var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return statement.execute("SELECT 1");
        } catch (SQLException down) {
            return false;
        }
    }
}
