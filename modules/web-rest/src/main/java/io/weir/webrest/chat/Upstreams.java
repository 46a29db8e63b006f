package io.weir.webrest.chat;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Durations;
import io.weir.platform.api.Json;
import io.weir.tenancy.api.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Which upstream answers for a tenant: the one at its setting {@code ARIX_API_URL}, else the installation's, else the
 * sandbox.
 */
@ApplicationScoped
class Upstreams {
    private static final int FAILURES_TO_OPEN = 5;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long CONNECT_SECONDS = 2;

    @Inject
    @ConfigProperty(name = "ARIX_API_URL")
    Optional<String> installations;
    @Inject
    @ConfigProperty(name = "WEIR_CHAT_TIMEOUT", defaultValue = "60s")
    String timeout;
    @Inject
    @ConfigProperty(name = "WEIR_CHAT_CONCURRENCY", defaultValue = "64")
    int concurrency;
    @Resource
    ManagedThreadFactory threadFactory;
    @Inject
    Tenants tenants;
    @Inject
    SandboxUpstream sandbox;

    private final ConcurrentMap<String, Upstream> byUrl = new ConcurrentHashMap<>();
    private ExecutorService threads;

    Upstream of(TenantId tenant) {
        return tenants.byId(tenant).setting("ARIX_API_URL").or(() -> installations.filter(u -> !u.isBlank()))
                .map(url -> byUrl.computeIfAbsent(url, this::connect)).orElse(sandbox);
    }

    /** How long units have to be held for a question: the answer's time-out and time to settle. */
    Duration patience() {
        return Durations.parse(timeout).plusSeconds(30);
    }

    private Upstream connect(String url) {
        var patience = Durations.parse(timeout);
        var server = RestClientBuilder.newBuilder().baseUri(URI.create(url))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .register(new JacksonJsonProvider(Json.mapper()), 1).build(AriX.class);
        return new AriXUpstream(server, new Circuit(FAILURES_TO_OPEN, PAUSE, System::nanoTime), threads(),
                patience.plusSeconds(CONNECT_SECONDS).toMillis());
    }

    /** Threads of our own: the client blocks, and the server's shared pool is what answers requests. */
    private synchronized ExecutorService threads() {
        if (threads == null) {
            var pool = new ThreadPoolExecutor(concurrency, concurrency, 30, TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(concurrency * 4), threadFactory);
            pool.allowCoreThreadTimeOut(true);
            threads = pool;
        }
        return threads;
    }

    @PreDestroy
    void stop() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
