package io.weir.bootstrap.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started, and fit for requests, once the database has this version and the catalogue is loaded. */
@Startup
@Readiness
@ApplicationScoped
public class StartReadiness implements HealthCheck {
    private final StartProgress progress;

    protected StartReadiness() {
        this(null);
    }

    @Inject
    public StartReadiness(StartProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migrations")
                .withData("migrated", progress.isMigrated())
                .withData("catalogueLoaded", progress.isLoaded())
                .status(progress.isMigrated() && progress.isLoaded()).build();
    }
}
