package io.weir.webrest.outbound;

import io.weir.kernel.api.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everything that waits for an upstream or copies its answer does so on these threads, never on a request's or the
 * gate's. When all are busy and the queue is full a call is refused at once ({@code UNAVAILABLE}, 503).
 */
@ApplicationScoped
public class Outbound {
    private static final int QUEUED_PER_THREAD = 4;
    private static final int UNFETCHED_SECONDS = 60;

    @Inject
    @ConfigProperty(name = "WEIR_UPSTREAM_CONCURRENCY", defaultValue = "128")
    int concurrency;
    @Inject
    @ConfigProperty(name = "WEIR_UPSTREAM_ALLOW")
    Optional<String> allowed;
    @Inject
    @ConfigProperty(name = "WEIR_UPSTREAM_PROXY")
    Optional<String> proxy;
    @Resource
    ManagedThreadFactory threadFactory;

    private ThreadPoolExecutor threads;
    private UpstreamClient client;
    private AddressRules rules;

    @PostConstruct
    void start() {
        threads = new ThreadPoolExecutor(concurrency, concurrency, 30, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(concurrency * QUEUED_PER_THREAD), threadFactory);
        threads.allowCoreThreadTimeOut(true);
        rules = AddressRules.allowing(allowed);
        client = new UpstreamClient(rules, proxy.filter(p -> !p.isBlank()).map(String::trim).map(URI::create),
                concurrency);
    }

    /**
     * Runs blocking work, such as {@link #open}, and completes on the thread that ran it: what depends on the stage,
     * the writing of a streamed body included, runs there too.
     */
    public <T> CompletionStage<T> run(Supplier<T> work) {
        var outcome = new CompletableFuture<T>();
        try {
            threads.execute(() -> settle(outcome, work));
            return outcome;
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedStage(Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException());
        }
    }

    public CompletionStage<UpstreamAnswer> send(UpstreamCall call) {
        return run(() -> open(call));
    }

    /** Blocks until the answer's head is there: inside {@link #run} only. Fails with {@link UpstreamFailure}. */
    public UpstreamAnswer open(UpstreamCall call) {
        return client.send(call);
    }

    /**
     * Sees to it that a body is settled and let go also when its client has left before the first byte. Nothing of a
     * body that was fetched is kept.
     */
    public StreamedBody watched(StreamedBody body) {
        body.taken().orTimeout(UNFETCHED_SECONDS, TimeUnit.SECONDS).exceptionally(late -> {
            giveUp(body);
            return null;
        });
        return body;
    }

    /** Settling waits, so it needs a thread; while all are busy the body is watched on. */
    private void giveUp(StreamedBody body) {
        try {
            threads.execute(body::giveUp);
        } catch (RejectedExecutionException full) {
            if (!threads.isShutdown()) {
                watched(body);
            }
        }
    }

    public Executor threads() {
        return threads;
    }

    /** Each address of a host, and whether it may be called. Blocks on the DNS; an unknown host has none. */
    public List<Verdict> addresses(String host) {
        var verdicts = new ArrayList<Verdict>();
        try {
            for (var address : InetAddress.getAllByName(host)) {
                verdicts.add(new Verdict(address.getHostAddress(), rules.admit(address)));
            }
        } catch (UnknownHostException unknown) {
            return List.of();
        }
        return verdicts;
    }

    private static <T> void settle(CompletableFuture<T> outcome, Supplier<T> work) {
        T result;
        try {
            result = work.get();
        } catch (Throwable failure) {
            outcome.completeExceptionally(failure);
            return;
        }
        outcome.complete(result);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        client.close();
    }

    /** An address as it is written, and whether the rules let calls go there. */
    public record Verdict(String address, boolean allowed) {
    }
}
