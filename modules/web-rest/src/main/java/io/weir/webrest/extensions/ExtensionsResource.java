package io.weir.webrest.extensions;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Extensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What extensions there are, and which of them the account has. */
@Path("api-extensions")
@Tag(name = "Extensions")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionsResource {
    @Inject
    Callers callers;
    @Inject
    Catalogue catalogue;
    @Inject
    Extensions extensions;

    @GET
    @Path("packages")
    @Access(Who.PUBLIC)
    @Operation(summary = "Extension packages on sale, cheapest first")
    public Response packages(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var offers = catalogue.extensions(callers.tenantId(), false).stream().map(PackageViews.Offer::of).toList();
        return BareArray.of(offers, Params.bare(page, limit));
    }

    /** One taken off sale is gone for the public. */
    @GET
    @Path("packages/{id}")
    @Access(Who.PUBLIC)
    @Operation(summary = "One extension package")
    public PackageViews.Details details(@PathParam("id") String id) {
        ExtensionPackage extension = catalogue.extension(callers.tenantId(), Uuids.parse(id));
        if (!extension.active()) {
            throw Refusal.notFound("EXTENSION_NOT_FOUND").asException();
        }
        return PackageViews.Details.of(extension);
    }

    @GET
    @Path("my-extensions")
    @Operation(summary = "Extensions of the current subscription")
    public Response current(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return purchases(extensions.current(callers.tenantId(), callers.account()), page, limit);
    }

    @GET
    @Path("history")
    @Operation(summary = "All extensions ever bought")
    public Response history(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return purchases(extensions.history(callers.tenantId(), callers.account()), page, limit);
    }

    private static Response purchases(List<Extensions.Purchase> purchases, String page, String limit) {
        return BareArray.of(purchases.stream().map(PurchaseView::of).toList(), Params.bare(page, limit));
    }
}
