package io.weir.webrest.payments;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceMails;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Uuids;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.BareArray;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    @GET
    @Operation(summary = "Invoices, newest first")
    public Response invoices(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var found = invoices.of(callers.tenantId(), callers.account(), Params.bare(page, limit));
        return BareArray.of(found.map(InvoiceView::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One invoice with its lines")
    public InvoiceView invoice(@PathParam("id") String id) {
        return InvoiceView.of(invoices.invoice(callers.tenantId(), callers.account(), Uuids.parse(id)));
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

    /** Amounts in major units. */
    public record InvoiceView(UUID id, String number, Instant issuedAt, BigDecimal total, String currency,
                              String status, UUID paymentId, List<LineView> lines) {
        static InvoiceView of(Invoice invoice) {
            return new InvoiceView(invoice.id(), invoice.number(), invoice.issuedAt(), invoice.total().major(),
                    invoice.total().currency().getCurrencyCode(), invoice.status(), invoice.payment(),
                    invoice.lines().stream().map(LineView::of).toList());
        }
    }

    /** {@code amount} = unit price × quantity. */
    public record LineView(String description, long quantity, BigDecimal unitPrice, BigDecimal amount) {
        static LineView of(Invoice.Line line) {
            return new LineView(line.description(), line.quantity(), line.unitPrice().major(), line.amount().major());
        }
    }
}
