package io.weir.bootstrap.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A server whose delivery thread has died answers requests and sends no mail: it should be started anew. */
@Liveness
@ApplicationScoped
public class OutboxLiveness implements HealthCheck {
    private final OutboxLoop outbox;

    protected OutboxLiveness() {
        this(null);
    }

    @Inject
    public OutboxLiveness(OutboxLoop outbox) {
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(outbox.isAlive()).build();
    }
}
