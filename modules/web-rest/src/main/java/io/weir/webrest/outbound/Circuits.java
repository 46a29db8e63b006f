package io.weir.webrest.outbound;

import io.weir.kernel.api.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One circuit for each tenant and upstream authority, so that a tenant's dead upstream shuts out nobody else's calls.
 * The ones that were not asked for longest are forgotten, which closes them.
 */
@ApplicationScoped
public class Circuits {
    private static final int MOST = 10_000;
    private static final int FAILURES_TO_OPEN = 5;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<Key, Circuit> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Circuit> eldest) {
            return size() > MOST;
        }
    };

    public Circuit of(TenantId tenant, URI server) {
        synchronized (known) {
            return known.computeIfAbsent(new Key(tenant, UpstreamCall.authority(server)),
                    key -> new Circuit(FAILURES_TO_OPEN, PAUSE, System::nanoTime));
        }
    }

    private record Key(TenantId tenant, String authority) {
    }
}
