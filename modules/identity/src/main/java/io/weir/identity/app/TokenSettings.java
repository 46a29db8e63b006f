package io.weir.identity.app;

import io.weir.platform.api.Durations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who issues tokens, and how long they live. */
@ApplicationScoped
public class TokenSettings {
    @Inject
    @ConfigProperty(name = "WEIR_ISSUER", defaultValue = "weir")
    String issuer;
    @Inject
    @ConfigProperty(name = "JWT_EXPIRES_IN", defaultValue = "15m")
    String accessLife;
    @Inject
    @ConfigProperty(name = "JWT_REFRESH_EXPIRES_IN", defaultValue = "7d")
    String refreshLife;

    public String issuer() {
        return issuer;
    }

    public Duration accessLife() {
        return positive("JWT_EXPIRES_IN", accessLife);
    }

    public Duration refreshLife() {
        return positive("JWT_REFRESH_EXPIRES_IN", refreshLife);
    }

    private static Duration positive(String name, String text) {
        var life = Durations.parse(text);
        if (life.isZero()) {
            throw new IllegalStateException(name + " must be longer than nothing");
        }
        return life;
    }
}
