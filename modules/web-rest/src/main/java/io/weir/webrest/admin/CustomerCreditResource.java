package io.weir.webrest.admin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.payments.api.AccountCredits;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Amounts;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
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
import java.math.BigDecimal;
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

    @GET
    @Operation(summary = "Balance and entries, newest first")
    public View credit(@PathParam("account") String account, @QueryParam("page") String page,
                       @QueryParam("limit") String limit) {
        return view(known(account), Params.page(page, limit));
    }

    @POST
    @Operation(summary = "Put money to the customer's credit, such as a transfer that came too late for its payment")
    public View add(@PathParam("account") String account, Movement body) {
        var known = known(account);
        var wish = input.check(body);
        credits.add(callers.tenantId(), known, Amounts.of(wish.amount(), callers.tenant().currency()), wish.note());
        return view(known, new Page.Request(1, Page.Request.MOST));
    }

    @POST
    @Path("pay-out")
    @Operation(summary = "Write down that some of it was sent back to the customer")
    public View payOut(@PathParam("account") String account, Movement body) {
        var known = known(account);
        var wish = input.check(body);
        var currency = callers.tenant().currency();
        credits.payOut(callers.tenantId(), known, Amounts.of(wish.amount(), currency), wish.note());
        return view(known, new Page.Request(1, Page.Request.MOST));
    }

    private AccountId known(String account) {
        return accounts.account(callers.tenantId(), AccountId.of(account)).id();
    }

    private View view(AccountId account, Page.Request page) {
        return View.of(credits.balance(callers.tenantId(), account),
                credits.entries(callers.tenantId(), account, page).items());
    }

    /** Major units. */
    public record Movement(@NotNull(message = "REQUIRED") BigDecimal amount,
                         @Size(max = 255, message = "TOO_LONG") String note) {
    }
}
