package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.store.KeyRows;
import io.weir.identity.store.SessionRows;
import io.weir.platform.api.Time;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes when a key or browser was last used, at most once a minute each, beside the request: nobody waits for it, or
 * fails by it.
 */
@ApplicationScoped
public class LastUse {
    private static final Logger LOG = Logger.getLogger(LastUse.class.getName());
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final RecentlyUsed<UUID, Instant> noted = new RecentlyUsed<>(MOST);
    @Inject
    KeyRows keys;
    @Inject
    SessionRows sessions;
    @Inject
    Time time;
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    public void note(Caller caller) {
        var id = caller.credential().id();
        var now = time.now(caller.tenant());
        if (noted.get(id).filter(last -> now.isBefore(last.plus(APART))).isPresent()) {
            return;
        }
        noted.put(id, now);
        try {
            executor.execute(() -> write(caller, now));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "last use not noted", e);
        }
    }

    private void write(Caller caller, Instant now) {
        try {
            if (caller.keyId().isPresent()) {
                keys.touch(caller.tenant(), caller.credential().id(), now);
            } else {
                sessions.touch(caller.tenant(), caller.credential().id(), now);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "last use not noted", e);
        }
    }
}
