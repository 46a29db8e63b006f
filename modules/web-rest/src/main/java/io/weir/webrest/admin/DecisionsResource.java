package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decisions;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that people move by hand, and what of it waits for a second person. */
@Path("admin/decisions")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Decisions decisions;

    @GET
    @Operation(summary = "Refunds, credits and pay-outs by hand: status is waiting (unless said otherwise), done or "
            + "withdrawn")
    public Page<DecisionView> decisions(@QueryParam("status") String status, @QueryParam("page") String page,
                                        @QueryParam("limit") String limit) {
        var wanted = Texts.given(status).map(DecisionsResource::status).orElse(Decision.Status.WAITING);
        return decisions.page(callers.tenantId(), wanted, Params.page(page, limit)).map(DecisionView::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them")
    public DecisionView decision(@PathParam("id") String id) {
        return DecisionView.of(decisions.decision(callers.tenantId(), Uuids.parse(id)));
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Agree to what another administrator wants: it is done")
    public DecisionView confirm(@PathParam("id") String id) {
        return DecisionView.of(decisions.confirm(callers.tenantId(), Uuids.parse(id), callers.caller().requireUser()));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "It will not be done")
    public DecisionView withdraw(@PathParam("id") String id, Why body) {
        var note = body == null ? "" : Texts.given(input.check(body).note()).orElse("");
        return DecisionView.of(decisions.withdraw(callers.tenantId(), Uuids.parse(id), callers.caller().requireUser(),
                note));
    }

    private static Decision.Status status(String word) {
        return Arrays.stream(Decision.Status.values()).filter(one -> DecisionView.word(one).equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("status", "NOT_AN_OPTION").asException());
    }

    /** Why, for the books. */
    public record Why(@Size(max = 500, message = "TOO_LONG") String note) {
    }
}
