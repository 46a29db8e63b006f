package io.weir.webrest.credits;

import io.weir.kernel.api.Page;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.LedgerTable;
import io.weir.metering.api.Meter;
import io.weir.metering.api.RateCards;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Attributes;
import io.weir.webrest.metering.LogFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed D's credits of an account. */
@Path("credits")
@Tag(name = "Credits")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CreditsResource {
    private static final String CSV = "text/csv";

    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    RateCards cards;
    @Inject
    Ledger ledger;
    @Inject
    CreditMeter credits;

    @POST
    @Path("quote")
    @Access(Who.CALLER)
    @Operation(summary = "What an operation costs with these attributes, line by line; charges nothing")
    public CreditViews.QuoteView quote(QuoteRequest body) {
        var operation = Texts.trimmed(input.check(body).operation());
        return CreditViews.QuoteView.of(
                cards.quote(callers.tenantId(), operation, Attributes.checked(body.attributes())));
    }

    @GET
    @Path("balance")
    @Operation(summary = "What is left, of the period's credits and of purchased ones")
    public CreditViews.BalanceView balance() {
        var tenant = callers.tenantId();
        return CreditViews.BalanceView.of(ledger.standing(tenant, callers.account(), credits.of(tenant).key()));
    }

    @GET
    @Path("transactions")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "How the balance came about, newest first; of the credits, unless meter says otherwise. Type "
            + "is purchase, bonus, grant, usage, refund, expiry or adjustment. As CSV, all of it, with Accept: "
            + "text/csv or format=csv")
    public Response transactions(@Context HttpHeaders headers, @BeanParam LedgerFilter filter,
                                 @QueryParam("page") String page, @QueryParam("limit") String limit,
                                 @QueryParam("format") String format) {
        var meter = credits.of(callers.tenantId(), filter.meter());
        var query = filter.query(meter.key(), callers.tenant().zone());
        return LogFormat.isCsv(format, headers.getAcceptableMediaTypes()) ? table(query, meter)
                : Response.ok(page(query, meter, Params.page(page, limit))).type(MediaType.APPLICATION_JSON).build();
    }

    private Page<CreditViews.TransactionView> page(Ledger.Query query, Meter meter, Page.Request page) {
        return ledger.page(callers.tenantId(), callers.account(), query, page)
                .map(entry -> CreditViews.TransactionView.of(entry, meter));
    }

    private Response table(Ledger.Query query, Meter meter) {
        var lines = new LedgerTable(ledger, callers.tenantId(), callers.account());
        StreamingOutput table = to -> lines.write(query, meter,
                new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)));
        return Response.ok(table).type(CSV + ";charset=utf-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"credits.csv\"").build();
    }

    /** An operation of the rate card and what its price depends on. */
    public record QuoteRequest(@NotBlank(message = "REQUIRED") String operation, Map<String, Object> attributes) {
    }
}
