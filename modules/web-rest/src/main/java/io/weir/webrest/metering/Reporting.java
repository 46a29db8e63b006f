package io.weir.webrest.metering;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents;
import io.weir.metering.api.UsageEvents.Ack;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Reports events until the fate of each is durable. Where a credential was revoked since the caller was verified, the
 * caller is verified again, off the asking thread, and those events alone are reported again.
 */
@ApplicationScoped
class Reporting {
    /** More revocations than this during one request mean that something is wrong. */
    private static final int ROUNDS = 5;

    @Resource
    ManagedExecutorService threads;
    @Inject
    Authentication authentication;
    @Inject
    UsageEvents events;

    CompletionStage<List<Ack>> report(Caller caller, List<UsageEvent> reported) {
        return new Round(events, authentication, threads).report(caller, reported, ROUNDS);
    }

    /** The loop, for whatever it is made of. */
    record Round(UsageEvents events, Authentication authentication, Executor threads) {

        CompletionStage<List<Ack>> report(Caller caller, List<UsageEvent> reported, int rounds) {
            if (reported.isEmpty()) {
                return CompletableFuture.completedStage(List.of());
            }
            return events.report(caller.tenant(), caller.verifiedAt(), reported)
                    .thenCompose(acks -> again(caller, reported, acks, rounds));
        }

        private CompletionStage<List<Ack>> again(Caller caller, List<UsageEvent> reported, List<Ack> acks,
                                                 int rounds) {
            var stale = IntStream.range(0, acks.size()).filter(i -> acks.get(i) instanceof Ack.Stale).boxed().toList();
            if (stale.isEmpty()) {
                return CompletableFuture.completedStage(acks);
            }
            if (rounds <= 1) {
                return CompletableFuture.failedStage(Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException());
            }
            return CompletableFuture.supplyAsync(() -> authentication.fresh(caller), threads)
                    .thenCompose(fresh -> report(fresh, stale.stream().map(reported::get).toList(), rounds - 1))
                    .thenApply(later -> merged(acks, stale, later));
        }

        private static List<Ack> merged(List<Ack> acks, List<Integer> stale, List<Ack> later) {
            var merged = new ArrayList<>(acks);
            IntStream.range(0, stale.size()).forEach(i -> merged.set(stale.get(i), later.get(i)));
            return List.copyOf(merged);
        }
    }
}
