package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Reconciliation;
import io.weir.webrest.http.Access;
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
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open payments and running agreements that are asked about at their gateways. */
@Path("admin/reconciliation")
@Tag(name = "Administration: gateways")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
    @Inject
    Callers callers;
    @Inject
    Reconciliation reconciliation;
    @Inject
    QueueViews views;

    @GET
    @Operation(summary = "Open payments at gateways, the next to be asked about first")
    public Page<OpenView> open(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var open = reconciliation.open(callers.tenantId(), Params.page(page, limit));
        var shown = views.of(open.map(Reconciliation.Open::payment)).items().iterator();
        return open.map(one -> new OpenView(shown.next(), one.checks(), one.nextCheckAt()));
    }

    @POST
    @Path("{payment}/ask")
    @Operation(summary = "Ask about one now")
    public PaymentInQueue ask(@PathParam("payment") String payment) {
        return views.of(reconciliation.askNow(callers.tenantId(), PaymentId.of(payment)));
    }

    @GET
    @Path("agreements")
    @Operation(summary = "Running agreements with gateways, the next to be asked about first")
    public Page<RunningView> agreements(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return reconciliation.agreements(callers.tenantId(), Params.page(page, limit))
                .map(one -> new RunningView(AgreementView.of(one.agreement()), one.checks(), one.nextCheckAt()));
    }

    @POST
    @Path("agreements/{agreement}/ask")
    @Operation(summary = "Ask about one now: what it was charged, and how it stands")
    public AgreementView askAbout(@PathParam("agreement") String agreement) {
        return AgreementView.of(reconciliation.askAbout(callers.tenantId(), Uuids.parse(agreement)));
    }

    /**
     * {@code checks}: how often it was asked about since its charge was expected. {@code nextCheckAt}: absent when its
     * gateway can't be asked.
     */
    public record RunningView(AgreementView agreement, int checks, Optional<Instant> nextCheckAt) {
    }

    /** {@code checks}: how often it was asked about. */
    public record OpenView(PaymentInQueue payment, int checks, Optional<Instant> nextCheckAt) {
    }
}
