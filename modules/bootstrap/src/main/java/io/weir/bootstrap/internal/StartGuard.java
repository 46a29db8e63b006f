package io.weir.bootstrap.internal;

import io.weir.platform.api.Installation;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** The first to run: production does not start on secrets that somebody forgot to set. */
@Singleton
@Startup
public class StartGuard {
    private static final System.Logger LOG = System.getLogger(StartGuard.class.getName());
    @Inject
    private Installation installation;

    @PostConstruct
    void refuseWithoutSecrets() {
        check(installation);
    }

    static void check(Installation installation) {
        var missing = installation.missingSecrets();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(name -> LOG.log(Level.ERROR, "WEIR_MODE is production and {0} is not set", name));
        throw new IllegalStateException("Weir does not start in production without " + String.join(", ", missing));
    }
}
