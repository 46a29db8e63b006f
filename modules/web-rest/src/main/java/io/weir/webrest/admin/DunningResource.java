package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.billing.api.Dunning;
import io.weir.billing.api.Dunning.Stage;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.AccountAgreements;
import io.weir.platform.api.Time;
import io.weir.webrest.admin.AdminInvoicesResource.Decision;
import io.weir.webrest.admin.DunningView.FailedAgreement;
import io.weir.webrest.admin.DunningView.Story;
import io.weir.webrest.admin.DunningView.SumView;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices that are to be paid, and how far the tenant has gone after them. */
@Path("admin/dunning")
@Tag(name = "Administration: dunning")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DunningResource {
    private static final int LONGEST = 36_500;
    private static final int MOST = 100;
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Dunning dunning;
    @Inject
    AccountAgreements agreements;
    @Inject
    Time time;

    @GET
    @Operation(summary = "The longest due first, with what is due by stage. stage: upcoming, overdue, unpaid, paid, "
            + "closed, given_up, stopped; without it those that are not over. olderThan: days since they were due. "
            + "failedAgreements: those whose charge failed at their gateway, which tries again by its own rules")
    public Listed cases(@QueryParam("stage") String stage, @QueryParam("olderThan") String olderThan,
            @QueryParam("page") String page, @QueryParam("limit") String limit) {
        var tenant = callers.tenantId();
        var filter = new Dunning.Filter(Texts.given(stage).map(DunningResource::stage), dueBefore(olderThan));
        return new Listed(dunning.cases(tenant, filter, Params.page(page, limit)).map(DunningView::of),
                dunning.sums(tenant).stream().map(SumView::of).toList(),
                agreements.pastDue(tenant, MOST).stream().map(FailedAgreement::of).toList());
    }

    private static Stage stage(String word) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.word().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("stage", "NOT_AN_OPTION").asException());
    }

    private Optional<Instant> dueBefore(String days) {
        return Texts.given(days).map(text -> Params.whole("olderThan", text, 0, 0, LONGEST))
                .map(age -> time.now(callers.tenantId()).minus(Duration.ofDays(age)));
    }

    @GET
    @Path("{invoice}")
    @Operation(summary = "One invoice's, with what has happened")
    public Story one(@PathParam("invoice") String invoice) {
        return Story.of(dunning.told(callers.tenantId(), Uuids.parse(invoice)));
    }

    @POST
    @Path("{invoice}/pause")
    @Operation(summary = "Nothing happens, and access stays, until it is resumed")
    public DunningView pause(@PathParam("invoice") String invoice, Decision body) {
        return DunningView.of(dunning.pause(callers.tenantId(), Uuids.parse(invoice), input.check(body).reason()));
    }

    @POST
    @Path("{invoice}/resume")
    @Operation(summary = "Go on, with what was due meanwhile")
    public DunningView resume(@PathParam("invoice") String invoice) {
        return DunningView.of(dunning.resume(callers.tenantId(), Uuids.parse(invoice)));
    }

    @POST
    @Path("{invoice}/retry")
    @Operation(summary = "Try now to take the money of the account's credit, else of its kept card; outcome says what "
            + "came of it, declineCode and card why not")
    public DunningView retry(@PathParam("invoice") String invoice) {
        return DunningView.of(dunning.retry(callers.tenantId(), Uuids.parse(invoice)));
    }

    @POST
    @Path("{invoice}/stop")
    @Operation(summary = "Ask no more and take nothing away; the invoice stays what it is")
    public DunningView stop(@PathParam("invoice") String invoice, Decision body) {
        return DunningView.of(dunning.stop(callers.tenantId(), Uuids.parse(invoice), input.check(body).reason()));
    }

    /**
     * A page; and whatever the filter, what is due by stage, and the agreements whose charge failed at their gateway,
     * which tries and reminds by its own rules.
     */
    public record Listed(@JsonUnwrapped Page<DunningView> found, List<SumView> sums,
            List<FailedAgreement> failedAgreements) {
    }
}
