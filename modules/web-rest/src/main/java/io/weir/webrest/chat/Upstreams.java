package io.weir.webrest.chat;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Durations;
import io.weir.tenancy.api.Tenants;
import io.weir.webrest.outbound.Circuits;
import io.weir.webrest.outbound.Outbound;
import io.weir.webrest.outbound.UpstreamCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which upstream answers for a tenant: the one at its setting {@code ARIX_API_URL}, else the installation's, else the
 * sandbox. The installation's may be anywhere, for who sets its environment is the operator; a tenant's is under the
 * rules for addresses, because a tenant's settings can be changed by others than that.
 */
@ApplicationScoped
class Upstreams {
    private static final String SETTING = "ARIX_API_URL";
    private static final int CONNECT_MILLIS = 2000;
    /** Beyond what the upstream may take: time to settle. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** Streams are read as slowly as their clients read. */
    private static final Duration STREAM_GRACE = Duration.ofMinutes(2);

    @Inject
    @ConfigProperty(name = SETTING)
    Optional<String> installations;
    @Inject
    @ConfigProperty(name = "WEIR_CHAT_TIMEOUT", defaultValue = "60s")
    String timeout;
    @Inject
    @ConfigProperty(name = "WEIR_UPSTREAM_STREAM_LIMIT", defaultValue = "10m")
    String streamLimit;
    @Inject
    Tenants tenants;
    @Inject
    SandboxUpstream sandbox;
    @Inject
    Outbound outbound;
    @Inject
    Circuits circuits;

    Upstream of(TenantId tenant) {
        return tenants.byId(tenant).setting(SETTING).<Upstream>map(url -> at(tenant, url, false))
                .or(() -> installations.filter(u -> !u.isBlank()).map(url -> at(tenant, url, true)))
                .orElse(sandbox);
    }

    /** How long units have to be held for a question: the answer's time-out and time to settle. */
    Duration patience() {
        return Durations.parse(timeout).plus(GRACE);
    }

    Duration streamPatience() {
        return streamLimit().plus(Durations.parse(timeout)).plus(STREAM_GRACE);
    }

    Duration streamLimit() {
        return Durations.parse(streamLimit);
    }

    private Upstream at(TenantId tenant, String url, boolean anywhere) {
        var base = URI.create(url.trim());
        long millis = Durations.parse(timeout).toMillis();
        var terms = new UpstreamCall.Terms(CONNECT_MILLIS, (int) Math.min(Integer.MAX_VALUE, millis), anywhere);
        return new AriXUpstream(new HttpAriX(outbound, base, terms), circuits.of(tenant, base), outbound.threads(),
                millis + CONNECT_MILLIS);
    }
}
