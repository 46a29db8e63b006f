package io.weir.webrest.admin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.AccountCredits.ByHand;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decisions;
import io.weir.payments.api.Seen;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Amounts;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.CreditResource.EntryView;
import io.weir.webrest.payments.CreditResource.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's money with the tenant. */
@Path("admin/customers/{account}/credit")
@Tag(name = "Administration: payments")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CustomerCreditResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Accounts accounts;
    @Inject
    AccountCredits credits;
    @Inject
    Decisions decisions;

    @GET
    @Operation(summary = "Balance and entries, newest first")
    public Standing credit(@PathParam("account") String account, @QueryParam("page") String page,
                           @QueryParam("limit") String limit) {
        return standing(known(account), Params.page(page, limit));
    }

    @POST
    @Operation(summary = "Put money to the customer's credit, such as a transfer that came too late for its payment. "
            + "202 when somebody else has to agree first")
    public Response add(@PathParam("account") String account, Movement body) {
        var known = known(account);
        return answer(known, credits.add(callers.tenantId(), known, wish(body)));
    }

    @POST
    @Path("pay-out")
    @Operation(summary = "Write down that some of it was sent back to the customer. 202 when somebody else has to "
            + "agree first")
    public Response payOut(@PathParam("account") String account, Movement body) {
        var known = known(account);
        return answer(known, credits.payOut(callers.tenantId(), known, wish(body)));
    }

    private ByHand wish(Movement body) {
        var wish = input.check(body);
        return new ByHand(Amounts.of(wish.amount(), callers.tenant().currency()), wish.note(),
                callers.caller().requireUser(), Texts.given(wish.seen()));
    }

    private Response answer(AccountId account, Optional<Decision> waiting) {
        return waiting.map(decision -> Response.status(202).entity(Awaiting.of(decision)).build())
                .orElseGet(() -> Response.ok(standing(account, new Page.Request(1, Page.Request.MOST))).build());
    }

    private AccountId known(String account) {
        return accounts.account(callers.tenantId(), AccountId.of(account)).id();
    }

    /** What was seen is not newer than the balance, so that a decision on it is refused rather than done twice. */
    private Standing standing(AccountId account, Page.Request page) {
        var entries = credits.entries(callers.tenantId(), account, page);
        var view = View.of(credits.balance(callers.tenantId(), account), entries.items());
        return new Standing(view.balance(), view.currency(), view.entries(), Seen.of(entries),
                decisions.waiting(callers.tenantId(), account).stream()
                        .filter(decision -> decision.about().payment().isEmpty()).map(DecisionView::of).toList());
    }

    /** {@code seen}: what a movement by hand says to have seen. {@code waiting}: what somebody else has to agree to. */
    public record Standing(BigDecimal balance, String currency, List<EntryView> entries, String seen,
                           List<DecisionView> waiting) {
    }

    /** {@code amount} in major units. {@code seen}: as the credit said it when you looked. */
    public record Movement(@NotNull(message = "REQUIRED") BigDecimal amount,
                           @Size(max = 255, message = "TOO_LONG") String note, String seen) {
    }
}
