package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.Refund;
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

/** All of the tenant's refunds; status=asked are those that no gateway has answered. */
@Path("admin/refunds")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefundsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    PaymentRefunds refunds;

    @GET
    @Operation(summary = "Refunds, newest first")
    public Page<RefundView> refunds(@QueryParam("status") String status, @QueryParam("page") String page,
                                    @QueryParam("limit") String limit) {
        return refunds.all(callers.tenantId(), Texts.given(status).map(RefundsResource::status),
                Params.page(page, limit)).map(RefundView::of);
    }

    @POST
    @Path("{id}/give-up")
    @Operation(summary = "No gateway will answer any more: free the amount")
    public RefundView giveUp(@PathParam("id") String id, Note body) {
        var note = body == null ? "" : Texts.given(input.check(body).note()).orElse("");
        return RefundView.of(refunds.giveUp(callers.tenantId(), Uuids.parse(id), note));
    }

    @POST
    @Path("{id}/ask")
    @Operation(summary = "Ask the gateway how a pending one stands, now")
    public RefundView ask(@PathParam("id") String id) {
        return RefundView.of(refunds.askNow(callers.tenantId(), Uuids.parse(id)));
    }

    private static Refund.Status status(String word) {
        return Arrays.stream(Refund.Status.values()).filter(s -> s.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("status", "NOT_AN_OPTION").asException());
    }

    /** Why, for the books. */
    public record Note(@Size(max = 255, message = "TOO_LONG") String note) {
    }
}
