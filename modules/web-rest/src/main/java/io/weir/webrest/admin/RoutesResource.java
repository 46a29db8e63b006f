package io.weir.webrest.admin;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.GatewayRoutes;
import io.weir.webrest.gateway.RouteTrial;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The upstreams that a tenant sells access to. */
@Path("admin/routes")
@Tag(name = "Administration: gateway routes")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {
    @Inject
    Callers callers;
    @Inject
    GatewayRoutes routes;
    @Inject
    RouteTrial trial;
    @Inject
    LateAnswers answers;

    @GET
    @Operation(summary = "Routes by slug; of credentials only the names of their headers")
    public List<RouteView> routes() {
        return routes.of(callers.tenantId()).stream().map(RouteView::of).toList();
    }

    @PUT
    @Path("{slug}")
    @Operation(summary = "Create or change a route; credentials that are left out stay")
    public RouteView put(@PathParam("slug") String slug, RouteBody body) {
        var tenant = callers.tenantId();
        routes.put(tenant, Input.required(body).toRoute(slug), Optional.ofNullable(body.credentials()));
        return view(tenant, slug);
    }

    @DELETE
    @Path("{slug}")
    @Operation(summary = "Remove a route; calls under way end as they would have")
    public void remove(@PathParam("slug") String slug) {
        routes.remove(callers.tenantId(), slug);
    }

    @POST
    @Path("{slug}/test")
    @Operation(summary = "Send one call through, unmetered: its status, how long it took, and where it went")
    public CompletionStage<Response> test(@PathParam("slug") String slug, TrialBody body) {
        var tenant = callers.tenantId();
        var route = routes.find(tenant, slug).orElseThrow(() -> Refusal.notFound("ROUTE_UNKNOWN").asException());
        var given = body == null ? new TrialBody(null, null) : body;
        var method = given.method() == null ? "GET" : given.method();
        if (!route.route().methods().contains(method)) {
            throw Refusal.invalidField("method", "NOT_AN_OPTION").asException();
        }
        var tried = trial.send(route, method, given.path() == null ? "" : given.path(), Exchange.current().requestId());
        return answers.of(tried, outcome -> Response.ok(outcome).build());
    }

    private RouteView view(TenantId tenant, String slug) {
        return routes.of(tenant).stream().filter(configured -> configured.route().slug().equals(slug)).findFirst()
                .map(RouteView::of).orElseThrow(() -> Refusal.notFound("ROUTE_UNKNOWN").asException());
    }

    /** GET of the upstream's own address unless said otherwise. */
    public record TrialBody(String method, String path) {
    }
}
