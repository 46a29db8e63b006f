package io.weir.webrest.http;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Decision.Admitted;
import io.weir.metering.api.Decision.Capped;
import io.weir.metering.api.Decision.Exhausted;
import io.weir.metering.api.Decision.Stale;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks for admission on behalf of a caller of a {@link Hot} route. When a credential was revoked somewhere since the
 * caller was verified, the caller is verified again, off the asking thread, and admission asked again.
 */
@ApplicationScoped
public class Gate {
    /**
     * Revocations that overtake us this often in one request mean that something is wrong, not that we should go on.
     */
    private static final int ROUNDS = 5;

    @Resource
    ManagedExecutorService threads;
    @Inject
    Authentication authentication;

    /**
     * Fails with a {@code RefusedException} when the allowance or the account's spend cap is used up or the caller no
     * longer welcome. What is left shows in the answer's headers. For the request's own thread.
     */
    public CompletionStage<Admitted> admit(Caller caller, Function<Caller, CompletionStage<Decision>> question) {
        var exchange = Exchange.current();
        return decide(caller, question, authentication, threads, ROUNDS).thenCompose(decision -> {
            exchange.quota(decision);
            return outcome(decision);
        });
    }

    /** Anything but stale. */
    static CompletionStage<Decision> decide(Caller caller, Function<Caller, CompletionStage<Decision>> question,
                                            Authentication authentication, Executor threads, int rounds) {
        return question.apply(caller).thenCompose(decision -> {
            if (!(decision instanceof Stale)) {
                return CompletableFuture.completedStage(decision);
            }
            if (rounds <= 1) {
                return CompletableFuture.failedStage(Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException());
            }
            return CompletableFuture.supplyAsync(() -> authentication.fresh(caller), threads)
                    .thenCompose(fresh -> decide(fresh, question, authentication, threads, rounds - 1));
        });
    }

    static CompletionStage<Admitted> outcome(Decision decision) {
        if (decision instanceof Admitted admitted) {
            return CompletableFuture.completedStage(admitted);
        }
        if (decision instanceof Exhausted exhausted) {
            return CompletableFuture.failedStage(exhausted.asRefusal().asException());
        }
        if (decision instanceof Capped capped) {
            return CompletableFuture.failedStage(capped.asRefusal().asException());
        }
        return CompletableFuture.failedStage(new IllegalStateException("undecided"));
    }
}
