package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Explanations;
import io.weir.billing.api.InvoiceMails;
import io.weir.billing.api.Invoices;
import io.weir.billing.api.PayLinks;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An account's invoices. */
@Path("billing/invoices")
@Tag(name = "Invoices")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    @Inject
    Callers callers;
    @Inject
    Invoices invoices;
    @Inject
    InvoiceAnswers answers;
    @Inject
    InvoiceMails mails;

    @Inject
    Explanations explanations;
    @Inject
    Purchases purchases;
    @Inject
    PayLinks payLinks;

    @GET
    @Operation(summary = "Invoices and credit notes, newest first, drafts too")
    public Response invoices(@BeanParam InvoiceQuery query, @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        var filter = query.filter(callers.tenant(), Optional.of(callers.account()));
        return BareArray.of(invoices.all(callers.tenantId(), filter, Params.bare(page, limit)).map(InvoiceView::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One invoice with its lines")
    public InvoiceView invoice(@PathParam("id") String id) {
        return InvoiceView.of(invoices.invoice(callers.tenantId(), callers.account(), Uuids.parse(id)));
    }

    @GET
    @Path("{id}/explain")
    @Operation(summary = "Each line's formula, price version, grants and the usage that made it")
    public ExplanationView explain(@PathParam("id") String id) {
        return ExplanationView.of(explanations.explain(callers.tenantId(), Optional.of(callers.account()),
                Uuids.parse(id)));
    }

    @POST
    @Path("{id}/pay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pay what is still due of an open invoice; gateway credit pays from the account's balance")
    public Response pay(@PathParam("id") String id, HowToPay body) {
        var how = body == null ? new HowToPay(null, null, null) : body;
        var ordered = purchases.invoice(callers.caller(), Uuids.parse(id),
                Buying.how(how.gateway(), how.returnUrl(), how.cancelUrl()));
        return Bought.answer(ordered, null, payment -> OpenedPayment.of(payment, null));
    }

    @GET
    @Path("{id}/pay-link")
    @Operation(summary = "The address under which whoever has it pays this open invoice, without signing in")
    public PayLink payLink(@PathParam("id") String id) {
        return new PayLink(payLinks.url(callers.tenantId(), callers.account(), Uuids.parse(id)));
    }

    @GET
    @Path("{id}/pdf")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "It as PDF")
    public Response pdf(@PathParam("id") String id) {
        return answers.pdf(callers.tenant(), callers.account(), id);
    }

    @GET
    @Path("{id}/ubl")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(summary = "It as UBL 2.1, within EN 16931")
    public Response ubl(@PathParam("id") String id) {
        return answers.ubl(callers.tenant(), callers.account(), id);
    }

    @POST
    @Path("{id}/send")
    @Operation(summary = "Have it sent by mail once more, as PDF")
    public Response send(@PathParam("id") String id) {
        mails.send(callers.tenantId(), callers.account(), Uuids.parse(id));
        return Response.accepted().build();
    }

    /** For whoever is to pay. */
    public record PayLink(String url) {
    }

    /** The tenant's first gateway unless one is named. */
    public record HowToPay(String gateway, @JsonAlias("return_url") String returnUrl,
            @JsonAlias("cancel_url") String cancelUrl) {
    }
}
