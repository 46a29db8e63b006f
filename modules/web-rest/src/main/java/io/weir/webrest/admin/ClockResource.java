package io.weir.webrest.admin;

import io.weir.kernel.api.AccountId;
import io.weir.platform.api.ClockJournal;
import io.weir.tenancy.api.Ahead;
import io.weir.tenancy.api.TestClock;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clock of a sandbox tenant, which may be moved forward. */
@Path("admin/clock")
@Tag(name = "Administration: test clock")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {
    @Inject
    Callers callers;
    @Inject
    TestClock clock;

    @GET
    @Operation(summary = "What time it is for the tenant, and what has happened on its clock's latest way")
    public View read() {
        return View.of(clock.read(callers.tenantId()));
    }

    @POST
    @Path("advance")
    @Operation(summary = "Move the clock of a sandbox tenant forward: renewals, expiries and alerts follow in order",
            description = "by: an ISO 8601 period such as P1M, P1W or PT36H; or to: an RFC 3339 time. At most two "
            + "years at once. The tokens of whoever moves it run out by it, too.")
    @APIResponse(responseCode = "200", description = "It has arrived.")
    @APIResponse(responseCode = "202", description = "It is still on its way to the target, and goes on by itself.")
    public Response advance(Wish body) {
        var wish = Input.required(body);
        var read = clock.advance(callers.tenantId(), Ahead.of(Texts.given(wish.by()), Texts.given(wish.to())));
        return Response.status(read.target().isPresent() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(View.of(read)).build();
    }

    /** One of both. */
    public record Wish(String by, String to) {
    }

    /**
     * {@code now} is the tenant's time, {@code aheadSeconds} of the real one. {@code before}: where the latest way
     * began; {@code target}: where it is going, while it is.
     */
    public record View(Instant now, boolean sandbox, boolean moved, long aheadSeconds, Optional<Instant> before,
            Optional<Instant> target, List<Happened> applied) {
        static View of(TestClock.Reading read) {
            return new View(read.now(), read.sandbox(), read.isMoved(), read.ahead().toSeconds(), read.before(),
                    read.target(), read.applied().stream().map(Happened::of).toList());
        }
    }

    /** In the tenant's time, in order. */
    public record Happened(Instant at, String kind, String subject, Optional<String> account) {
        static Happened of(ClockJournal.Entry entry) {
            return new Happened(entry.at(), entry.kind(), entry.subject(), entry.account().map(AccountId::toString));
        }
    }
}
