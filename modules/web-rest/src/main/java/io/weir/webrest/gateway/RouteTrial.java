package io.weir.webrest.gateway;

import io.weir.metering.api.GatewayRoutes;
import io.weir.webrest.outbound.Outbound;
import io.weir.webrest.outbound.UpstreamCall;
import io.weir.webrest.outbound.UpstreamFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One call through a route for its administrator: not metered, tried once, whatever the circuit says; no body. */
@ApplicationScoped
public class RouteTrial {
    @Inject
    Outbound outbound;

    /** @param path empty or beginning with a slash. Refused: {@code GATEWAY_PATH_INVALID} (400) */
    public CompletionStage<Outcome> send(GatewayRoutes.Open route, String method, String path, String requestId) {
        var checked = GatewayPath.of(path);
        var lines = HeaderRules.toUpstream(List.of(), route, requestId, false);
        var terms = route.route().terms();
        var call = new UpstreamCall(method, route.route().upstream(), GatewayCall.target(route.route(), checked, null),
                lines, Optional.empty(), new UpstreamCall.Terms(terms.connectMillis(), terms.answerMillis(), false));
        return outbound.run(() -> outcome(call));
    }

    private Outcome outcome(UpstreamCall call) {
        var addresses = outbound.addresses(call.server().getHost());
        long asked = System.nanoTime();
        try (var answer = outbound.open(call)) {
            return new Outcome(Optional.of(answer.status()), Optional.empty(), millisSince(asked), addresses);
        } catch (UpstreamFailure failure) {
            return new Outcome(Optional.empty(), Optional.of(failure.asRefusal().code()), millisSince(asked),
                    addresses);
        }
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** The upstream's status, or the code of what stood in the way; {@code latencyMs} until the answer's head. */
    public record Outcome(Optional<Integer> status, Optional<String> code, long latencyMs,
            List<Outbound.Verdict> addresses) {
    }
}
