package io.weir.webrest.gateway;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateLimits;
import io.weir.identity.api.Caller;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.RateHeaders;
import io.weir.webrest.http.Who;
import io.weir.webrest.outbound.HeaderLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A tenant's upstreams. The body of GET, HEAD and OPTIONS does not pass; any other is at most 1 MiB, as everywhere, or
 * what the route says if that is less.
 */
@Path("gateway/{route}{rest: (/.*)?}")
@Tag(name = "Gateway")
@Access(Who.CALLER)
@ApplicationScoped
public class GatewayResource {
    private static final String REST = "What follows the route at its upstream, from the slash on; may be empty";
    private static final byte[] NONE = {};

    @Context
    HttpServletRequest servlet;
    @Inject
    Callers callers;
    @Inject
    GatewayRoutes routes;
    @Inject
    Meters meters;
    @Inject
    RateLimits limits;
    @Inject
    MeteredGateway gateway;
    @Inject
    LateAnswers answers;

    @GET
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "Ask the upstream behind a route; costs what the route's rules say")
    public CompletionStage<Response> get(@PathParam("route") String route) {
        return pass(route, NONE);
    }

    @HEAD
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for HEAD; costs what GET does")
    public CompletionStage<Response> head(@PathParam("route") String route) {
        return pass(route, NONE);
    }

    @OPTIONS
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for OPTIONS, unless it is a browser's preflight")
    public CompletionStage<Response> options(@PathParam("route") String route) {
        return pass(route, NONE);
    }

    @POST
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for POST")
    public CompletionStage<Response> post(@PathParam("route") String route, byte[] body) {
        return pass(route, body);
    }

    @PUT
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for PUT")
    public CompletionStage<Response> put(@PathParam("route") String route, byte[] body) {
        return pass(route, body);
    }

    @PATCH
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for PATCH")
    public CompletionStage<Response> patch(@PathParam("route") String route, byte[] body) {
        return pass(route, body);
    }

    @DELETE
    @Hot
    @Parameter(name = "rest", in = ParameterIn.PATH, description = REST, schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "The same for DELETE")
    public CompletionStage<Response> delete(@PathParam("route") String route, byte[] body) {
        return pass(route, body);
    }

    private CompletionStage<Response> pass(String slug, byte[] body) {
        var caller = callers.caller();
        caller.requireAccount();
        var exchange = Exchange.current();
        var open = routes.find(caller.tenant(), slug)
                .orElseThrow(() -> Refusal.notFound("ROUTE_UNKNOWN").asException());
        requireMethod(open.route(), exchange.method());
        var path = GatewayPath.of(rest(exchange.path(), slug));
        var sent = body == null ? NONE : body;
        if (sent.length > open.route().terms().mostRequestBytes()) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "BODY_TOO_LARGE").asException();
        }
        takeRate(caller, open.route(), exchange);
        var price = PriceList.price(open.route().metering(), exchange.method(), path);
        var request = new GatewayCall.Request(exchange.requestId(), exchange.method(), path, servlet.getQueryString(),
                lines(), sent.length == 0 ? Optional.empty() : Optional.of(sent));
        var call = new GatewayCall(caller, open, request, price, meter(caller, open.route()));
        return answers.of(gateway.pass(call, exchange), GatewayResource::response);
    }

    /** What follows the slug, undecoded; a slug is the same encoded and not, or it would not be one. */
    static String rest(String path, String slug) {
        var prefix = "/api/gateway/" + slug;
        if (!path.startsWith(prefix)) {
            throw Refusal.invalid("GATEWAY_PATH_INVALID").asException();
        }
        return path.substring(prefix.length());
    }

    private static void requireMethod(GatewayRoute route, String method) {
        if (!route.methods().contains(method)) {
            throw new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                    .allow(new TreeSet<>(route.methods())).build());
        }
    }

    private void takeRate(Caller caller, GatewayRoute route, Exchange exchange) {
        int perMinute = route.terms().requestsPerMinute();
        if (perMinute > 0) {
            var bucket = "gateway/" + caller.tenant() + "/" + route.slug() + "/" + caller.requireAccount();
            var rate = new RateHeaders("route", limits.take(bucket, perMinute));
            exchange.rate(rate);
            rate.requireAdmitted();
        }
    }

    private Meter meter(Caller caller, GatewayRoute route) {
        return meters.find(caller.tenant(), route.metering().meter()).orElseThrow(() -> new IllegalStateException(
                "route " + route.slug() + " is metered by " + route.metering().meter() + ", which is not defined"));
    }

    private List<HeaderLine> lines() {
        return Collections.list(servlet.getHeaderNames()).stream()
                .flatMap(name -> Collections.list(servlet.getHeaders(name)).stream()
                        .map(value -> new HeaderLine(name, value)))
                .toList();
    }

    private static Response response(GatewayAnswer answer) {
        var response = Response.status(answer.status());
        answer.headers().forEach(line -> response.header(line.name(), line.value()));
        answer.body().ifPresent(response::entity);
        return response.build();
    }
}
