package io.weir.webrest.keys;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.identity.api.ApiKeys;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making, replacing and revoking API keys: a person's work, not a key's. */
@Path("keys")
@Tag(name = "API keys")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    ApiKeys keys;
    @Inject
    Subscriptions subscriptions;

    @GET
    @Operation(summary = "The account's keys, never their secrets")
    public List<KeyView> keys() {
        return keys.of(callers.tenantId(), callers.account()).stream().map(KeyView::of).toList();
    }

    @POST
    @Operation(summary = "A new key; its secret is shown this once")
    public Response create(NewKey body) {
        var wanted = input.check(body).toNewKey();
        subscriptions.requireTier(callers.tenantId(), callers.account(), wanted.tier());
        return Response.status(201).entity(KeyView.of(keys.create(callers.caller(), wanted))).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a key, at once and everywhere")
    public void revoke(@PathParam("id") String id) {
        callers.account();
        keys.revoke(callers.caller(), Uuids.parse(id));
    }

    @POST
    @Path("{id}/rotate")
    @Operation(summary = "A new secret; the old one works for graceSeconds more")
    public Response rotate(@PathParam("id") String id, Rotation body) {
        callers.account();
        var grace = body == null ? Duration.ZERO : input.check(body).grace();
        return Response.status(201).entity(KeyView.of(keys.rotate(callers.caller(), Uuids.parse(id), grace))).build();
    }

    /** What a key shall be; {@code tier} is a plan's slug, {@code requestsPerMinute} its own limit. */
    public record NewKey(@NotBlank(message = "REQUIRED") String name, @NotBlank(message = "REQUIRED") String tier,
                         @JsonAlias("expires_at") Instant expiresAt,
                         @Size(max = 50, message = "TOO_MANY") @JsonAlias("allowed_cidrs")
                         List<@NotNull(message = "REQUIRED") String> allowedCidrs,
                         @Min(value = 1, message = "OUT_OF_RANGE")
                         @JsonAlias("requests_per_minute") Integer requestsPerMinute) {
        ApiKeys.NewKey toNewKey() {
            return new ApiKeys.NewKey(Texts.trimmed(name), Texts.trimmed(tier), Optional.ofNullable(expiresAt),
                    allowedCidrs == null ? List.of() : allowedCidrs.stream().map(Texts::trimmed).toList(),
                    requestsPerMinute == null ? OptionalInt.empty() : OptionalInt.of(requestsPerMinute));
        }
    }

    /** At most 30 days: an old secret must end some day. */
    public record Rotation(@Min(value = 0, message = "OUT_OF_RANGE") @Max(value = 2_592_000, message = "OUT_OF_RANGE")
                           @JsonAlias("grace_seconds") Integer graceSeconds) {
        Duration grace() {
            return Duration.ofSeconds(graceSeconds == null ? 0 : graceSeconds);
        }
    }
}
