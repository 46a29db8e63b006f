package io.weir.webrest.credits;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.RateCards;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.Attributes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
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
    @Operation(summary = "How the balance came about, newest first; type is purchase, bonus, grant, usage, refund, "
            + "expiry or adjustment")
    public Page<CreditViews.TransactionView> transactions(@QueryParam("page") String page,
                                                          @QueryParam("limit") String limit,
                                                          @QueryParam("type") String type) {
        var tenant = callers.tenantId();
        var account = callers.account();
        var wanted = Texts.given(type).map(CreditsResource::type);
        var request = Params.page(page, limit);
        var meter = credits.of(tenant);
        return ledger.page(tenant, account, meter.key(), wanted, request)
                .map(entry -> CreditViews.TransactionView.of(entry, meter));
    }

    static Ledger.Type type(String word) {
        return Arrays.stream(Ledger.Type.values()).filter(t -> t.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst().orElseThrow(() -> Refusal.invalidField("type", "NOT_AN_OPTION").asException());
    }

    /** An operation of the rate card and what its price depends on. */
    public record QuoteRequest(@NotBlank(message = "REQUIRED") String operation, Map<String, Object> attributes) {
    }
}
