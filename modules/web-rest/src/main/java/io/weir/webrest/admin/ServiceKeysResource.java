package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.identity.api.ServiceKeys;
import io.weir.identity.api.ServiceKeys.NewServiceKey;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys of the tenant's own services, which ask and report for its customers and can do nothing else. */
@Path("admin/service-keys")
@Tag(name = "Administration: service keys")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ServiceKeysResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    ServiceKeys keys;

    @GET
    @Operation(summary = "The tenant's service keys, never their secrets")
    public List<ServiceKeyView> keys() {
        return keys.of(callers.tenantId()).stream().map(ServiceKeyView::of).toList();
    }

    @POST
    @Operation(summary = "A new service key; its secret is shown this once")
    public Response create(Wanted body) {
        var issued = keys.create(callers.caller(), input.check(body).toNewServiceKey());
        return Response.status(201).entity(ServiceKeyView.of(issued)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a service key, at once and everywhere")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(callers.caller(), Uuids.parse(id));
    }

    /** What a key shall be; {@code allowedCidrs} absent: from anywhere. */
    public record Wanted(@NotBlank(message = "REQUIRED") String name, @JsonAlias("expires_at") Instant expiresAt,
                         @Size(max = 50, message = "TOO_MANY") @JsonAlias("allowed_cidrs")
                         List<@NotNull(message = "REQUIRED") String> allowedCidrs,
                         @Min(value = 1, message = "OUT_OF_RANGE")
                         @JsonAlias("requests_per_minute") Integer requestsPerMinute) {
        NewServiceKey toNewServiceKey() {
            return new NewServiceKey(Texts.trimmed(name), Optional.ofNullable(expiresAt),
                    allowedCidrs == null ? List.of() : allowedCidrs.stream().map(Texts::trimmed).toList(),
                    requestsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(requestsPerMinute));
        }
    }
}
