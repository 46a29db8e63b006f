package io.weir.webrest.gateway;

import io.weir.identity.api.Caller;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.Meter;
import io.weir.webrest.gateway.PriceList.Price;
import io.weir.webrest.outbound.HeaderLine;
import io.weir.webrest.outbound.UpstreamCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A checked call to a route, with its price. {@code query} is null when there is none. */
record GatewayCall(Caller caller, GatewayRoutes.Open route, Request request, Price price, Meter meter) {
    /** What the client sent. */
    record Request(String id, String method, GatewayPath path, String query, List<HeaderLine> headers,
            Optional<byte[]> body) {
    }

    UpstreamCall toUpstream() {
        var terms = route.route().terms();
        var lines = HeaderRules.toUpstream(request.headers(), route, request.id(), price.answerField().isPresent());
        return new UpstreamCall(request.method(), route.route().upstream(),
                target(route.route(), request.path(), request.query()), lines, request.body(),
                new UpstreamCall.Terms(terms.connectMillis(), terms.answerMillis(), false));
    }

    /** The upstream's own path, the rest of the call's, and its query as it came. */
    static String target(GatewayRoute route, GatewayPath rest, String query) {
        var own = Optional.ofNullable(route.upstream().getRawPath()).orElse("").replaceAll("/+$", "");
        var path = own + rest.raw();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    GatewayRoute.Terms terms() {
        return route.route().terms();
    }

    /** The rule's pattern stands for all its paths, so that reports list a handful of them. */
    CallFacts facts(int status, long startedAt) {
        int millis = (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - startedAt) / 1_000_000);
        return new CallFacts("/api/gateway/" + route.route().slug() + price.pattern().orElse(""), Optional.empty(),
                Optional.empty(), status, OptionalInt.of(millis), 0, caller.keyId());
    }
}
