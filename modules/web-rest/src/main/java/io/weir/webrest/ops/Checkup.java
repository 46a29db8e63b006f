package io.weir.webrest.ops;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Runs the application's health checks. One that breaks is down. */
@ApplicationScoped
class Checkup {
    private static final Logger LOG = Logger.getLogger(Checkup.class.getName());

    @Inject
    @Any
    Instance<HealthCheck> checks;

    Health of(Annotation... kinds) {
        return Health.of(Arrays.stream(kinds).flatMap(kind -> run(checks.select(kind))).toList());
    }

    private static Stream<Check> run(Instance<HealthCheck> some) {
        return some.stream().map(Checkup::run);
    }

    private static Check run(HealthCheck check) {
        try {
            return Check.of(check.call());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "health check " + check.getClass().getName() + " failed");
            return new Check(check.getClass().getSimpleName(), HealthCheckResponse.Status.DOWN.name(), Map.of());
        }
    }

    /** {@code status} UP or DOWN, as MicroProfile Health says it. */
    public record Health(String status, List<Check> checks) {
        static Health of(List<Check> checks) {
            boolean up = checks.stream().allMatch(check -> check.status().equals("UP"));
            return new Health(up ? "UP" : "DOWN", checks);
        }

        @JsonIgnore
        public boolean isUp() {
            return status.equals("UP");
        }
    }

    /** One check. */
    public record Check(String name, String status, Map<String, Object> data) {
        static Check of(HealthCheckResponse response) {
            return new Check(response.getName(), response.getStatus().name(), response.getData().orElse(Map.of()));
        }
    }
}
