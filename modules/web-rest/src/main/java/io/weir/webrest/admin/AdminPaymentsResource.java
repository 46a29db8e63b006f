package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Approvals.Approval;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Amounts;
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
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The tenant's payments, and the queue of those that a person has to decide on: that is what {@code status=pending}
 * lists.
 */
@Path("admin/payments")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminPaymentsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Payments payments;
    @Inject
    Approvals approvals;
    @Inject
    QueueViews views;

    @GET
    @Operation(summary = "Payments; status=pending is the approval queue, oldest first; attention=true are those that "
            + "somebody has to look at, decided ones too")
    public Page<PaymentInQueue> payments(@QueryParam("status") String status, @QueryParam("attention") String attention,
                                         @QueryParam("page") String page, @QueryParam("limit") String limit) {
        var wanted = Params.page(page, limit);
        if (Params.flag("attention", attention)) {
            return views.of(approvals.attention(callers.tenantId(), wanted));
        }
        var only = Texts.given(status).map(AdminPaymentsResource::status);
        var found = only.filter(PaymentStatus.PENDING::equals).isPresent() ? approvals.queue(callers.tenantId(), wanted)
                : payments.all(callers.tenantId(), only, wanted);
        return views.of(found);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One payment")
    public PaymentInQueue payment(@PathParam("id") String id) {
        return views.of(payments.payment(callers.tenantId(), PaymentId.of(id)));
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "The money is there: start what was bought. 202 when somebody else has to agree first")
    public Response approve(@PathParam("id") String id, Yes body) {
        var yes = body == null ? new Yes(null, null, null) : input.check(body);
        var payment = payments.payment(callers.tenantId(), PaymentId.of(id));
        var decided = approvals.approve(callers.tenantId(), payment.id(), new Approval(
                callers.caller().requireUser(), Texts.given(yes.note()).orElse(""),
                Optional.ofNullable(yes.received()).map(sum -> Amounts.of(sum, payment.amount().currency())),
                Optional.empty(), Texts.given(yes.seen())));
        var view = views.of(decided.payment());
        return decided.awaitsSecond()
                ? Response.status(202).entity(new Awaiting("AWAITING_SECOND_APPROVAL", view)).build()
                : Response.ok(view).build();
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "The money will not come")
    public PaymentInQueue reject(@PathParam("id") String id, Decision body) {
        var approver = callers.caller().requireUser();
        return views.of(approvals.reject(callers.tenantId(), PaymentId.of(id), approver, note(body)));
    }

    @POST
    @Path("{id}/acknowledge")
    @Operation(summary = "Somebody has looked at a decided payment that needed it: note")
    public PaymentInQueue acknowledge(@PathParam("id") String id, Decision body) {
        return views.of(approvals.acknowledge(callers.tenantId(), PaymentId.of(id),
                callers.caller().requireUser(), note(body)));
    }

    private String note(Decision body) {
        return body == null ? "" : Texts.given(input.check(body).note()).orElse("");
    }

    private static PaymentStatus status(String word) {
        return Arrays.stream(PaymentStatus.values()).filter(s -> s.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("status", "NOT_AN_OPTION").asException());
    }

    /**
     * Why, for the books; {@code received}: what came, in major units, when that is not all of it. {@code seen}: as the
     * payment said it when you looked.
     */
    public record Yes(@Size(max = 500, message = "TOO_LONG") String note,
                      @JsonAlias("received_amount") BigDecimal received, String seen) {
    }

    /** One yes of two; nothing has started yet. */
    public record Awaiting(String code, PaymentInQueue payment) {
    }

    /** Why, for the books. */
    public record Decision(@Size(max = 500, message = "TOO_LONG") String note) {
    }
}
