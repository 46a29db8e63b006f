package io.weir.webrest.admin;

import io.weir.bootstrap.api.CatalogueChange;
import io.weir.bootstrap.api.CatalogueFiles;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A tenant's whole catalogue as one file. JSON is YAML too, so either may be sent. */
@Path("admin/catalogue")
@Tag(name = "Administration: catalogue")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
public class CatalogueResource {
    private static final String YAML = "application/yaml";
    private static final String YAML_CHARSET = "application/yaml;charset=UTF-8";
    @Inject
    Callers callers;
    @Inject
    CatalogueFiles catalogue;

    @GET
    @Produces({YAML_CHARSET, MediaType.APPLICATION_JSON})
    @Operation(summary = "All that the tenant sells and how, as YAML or, asked for by Accept, as JSON")
    public Response export(@HeaderParam("Accept") String accept, @Context Request request) {
        var exported = catalogue.export(callers.tenantId());
        var tag = new EntityTag(exported.tag());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        boolean json = accept != null && accept.contains(MediaType.APPLICATION_JSON) && !accept.contains(YAML);
        return json ? Response.ok(exported.members(), MediaType.APPLICATION_JSON).tag(tag).build()
                : Response.ok(exported.yaml().getBytes(StandardCharsets.UTF_8), YAML_CHARSET).tag(tag).build();
    }

    @PUT
    @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make the catalogue what the file says, or with dryRun=true tell what that would change")
    public Response replace(@QueryParam("dryRun") String dryRun, @HeaderParam("If-Match") String ifMatch,
                            InputStream body) throws IOException {
        var yaml = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        var tenant = callers.tenantId();
        CatalogueChange change = Params.flag("dryRun", dryRun)
                ? catalogue.compare(tenant, yaml, callers.locale())
                : catalogue.replace(tenant, yaml, tag(ifMatch), callers.locale());
        return Response.ok(change).tag(new EntityTag(change.tag())).build();
    }

    /** One of any tag, {@code *}, is as good as none. */
    private static Optional<String> tag(String ifMatch) {
        return Optional.ofNullable(ifMatch).map(String::strip).filter(text -> !text.equals("*"))
                .map(text -> text.replaceFirst("^W/", "").replace("\"", ""));
    }
}
