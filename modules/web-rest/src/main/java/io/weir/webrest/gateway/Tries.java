package io.weir.webrest.gateway;

import io.weir.webrest.outbound.Circuit;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamCall;
import io.weir.webrest.outbound.UpstreamFailure;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Asks an upstream, and again after a failure where asking twice does no harm. All tries together take no longer than
 * one may: connecting and the wait for an answer. An upstream that says 502, 503 or 504 speaks of itself; any other
 * answer is about the call, and shows that it is alive.
 */
final class Tries {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");
    private static final Set<Integer> AILING = Set.of(502, 503, 504);
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Function<UpstreamCall, UpstreamAnswer> upstream;
    private final LongConsumer pause;
    private final LongSupplier nanoTime;

    Tries(Function<UpstreamCall, UpstreamAnswer> upstream, LongConsumer pause, LongSupplier nanoTime) {
        this.upstream = upstream;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    UpstreamAnswer ask(UpstreamCall call, Circuit circuit, int retries) {
        long until = nanoTime.getAsLong()
                + (call.terms().connectMillis() + (long) call.terms().answerMillis()) * 1_000_000;
        int left = REPEATABLE.contains(call.method()) ? retries : 0;
        for (long wait = FIRST_PAUSE_MILLIS;; left--, wait *= 2) {
            long millis = ThreadLocalRandom.current().nextLong(wait / 2, wait + 1);
            long latest = until - millis * 1_000_000;
            try {
                var answer = once(call, circuit);
                if (!mayAgain(left, latest) || !AILING.contains(answer.status())) {
                    return answer;
                }
                answer.close();
            } catch (UpstreamFailure failure) {
                if (!mayAgain(left, latest) || !isPassing(failure)) {
                    throw failure;
                }
            }
            pause.accept(millis);
        }
    }

    private boolean mayAgain(int left, long latest) {
        return left > 0 && nanoTime.getAsLong() - latest < 0;
    }

    private UpstreamAnswer once(UpstreamCall call, Circuit circuit) {
        if (!circuit.allows()) {
            throw UpstreamFailure.circuitOpen(circuit.retrySeconds());
        }
        boolean alive = false;
        try {
            var answer = upstream.apply(call);
            alive = !AILING.contains(answer.status());
            return answer;
        } catch (UpstreamFailure failure) {
            alive = failure.kind() == UpstreamFailure.Kind.ADDRESS_REFUSED;
            throw failure;
        } finally {
            circuit.report(alive);
        }
    }

    private static boolean isPassing(UpstreamFailure failure) {
        return failure.kind() == UpstreamFailure.Kind.UNREACHABLE || failure.kind() == UpstreamFailure.Kind.TIMED_OUT;
    }
}
