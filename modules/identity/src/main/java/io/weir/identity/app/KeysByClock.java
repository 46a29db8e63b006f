package io.weir.identity.app;

import io.weir.identity.store.KeyEnds;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * A moved clock stands where an API key runs out, to tell of it. Nothing is to be done: credentials are judged by time
 * at each use, tokens and sessions too.
 */
@ApplicationScoped
public class KeysByClock implements DueWork {
    @Inject
    KeyEnds ends;
    @Inject
    ClockJournal journal;
    @Inject
    Time time;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return ends.next(tenant, after);
    }

    @Override
    public void runDue(TenantId tenant) {
        ends.at(tenant, time.now(tenant))
                .forEach(key -> journal.note(tenant, key.account(), "key.expired", "key/" + key.key()));
    }
}
