package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Explanations;
import io.weir.billing.api.InvoiceDecisions;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Amounts;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.ExplanationView;
import io.weir.webrest.payments.InvoiceQuery;
import io.weir.webrest.payments.InvoiceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's invoices, and what is decided about them. */
@Path("admin/invoices")
@Tag(name = "Administration: invoices")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminInvoicesResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Accounts accounts;
    @Inject
    Invoices invoices;
    @Inject
    InvoiceDecisions decisions;
    @Inject
    Explanations explanations;
    @Inject
    Time time;

    @GET
    @Operation(summary = "Invoices and credit notes, newest first; account is an id or an external id, "
            + "number a part of one; overdue=true: open ones whose day has passed")
    public Page<InvoiceView> invoices(@BeanParam InvoiceQuery query, @QueryParam("account") String account,
            @QueryParam("overdue") String overdue, @QueryParam("page") String page,
            @QueryParam("limit") String limit) {
        return invoices.all(callers.tenantId(), filter(query, account, overdue), Params.page(page, limit))
                .map(InvoiceView::of);
    }

    @GET
    @Path("sums")
    @Operation(summary = "What such a list comes to, by kind and currency; drafts only with status=draft")
    public List<SumView> sums(@BeanParam InvoiceQuery query, @QueryParam("account") String account,
            @QueryParam("overdue") String overdue) {
        return invoices.sums(callers.tenantId(), filter(query, account, overdue)).stream().map(SumView::of).toList();
    }

    private Invoices.Filter filter(InvoiceQuery query, String account, String overdue) {
        var filter = query.filter(callers.tenant(), Texts.given(account).map(this::account));
        return Params.flag("overdue", overdue) ? filter.dueBefore(time.now(callers.tenantId())) : filter;
    }

    private AccountId account(String name) {
        return accounts.resolve(callers.tenantId(), name).map(Accounts.Found::account)
                .orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND").asException());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One invoice")
    public InvoiceView invoice(@PathParam("id") String id) {
        return InvoiceView.of(invoices.invoice(callers.tenantId(), Uuids.parse(id)));
    }

    @GET
    @Path("{id}/explain")
    @Operation(summary = "Each line's formula, price version, grants and the usage that made it")
    public ExplanationView explain(@PathParam("id") String id) {
        return ExplanationView.of(explanations.explain(callers.tenantId(), Optional.empty(), Uuids.parse(id)));
    }

    @POST
    @Path("{id}/credit")
    @Operation(summary = "Give it back by a credit note: all that is left, or parts of lines. What had been paid goes "
            + "to the account's credit unless toCredit is false")
    public Response credit(@PathParam("id") String id, CreditOrder body) {
        var order = input.check(body);
        var invoice = Uuids.parse(id);
        var currency = invoices.invoice(callers.tenantId(), invoice).total().currency();
        var note = decisions.credit(callers.tenantId(), invoice, new InvoiceDecisions.Credit(
                order.parts(currency), order.reason(), order.toCredit() == null || order.toCredit()));
        return Response.status(201).entity(InvoiceView.of(note)).build();
    }

    @POST
    @Path("{id}/void")
    @Operation(summary = "Nothing of an open invoice is owed any more: a credit note over what is left")
    public InvoiceView voided(@PathParam("id") String id, Decision body) {
        return InvoiceView.of(decisions.voided(callers.tenantId(), Uuids.parse(id), input.check(body).reason()));
    }

    @POST
    @Path("{id}/uncollectible")
    @Operation(summary = "An open invoice will not be paid; it still may be")
    public InvoiceView writeOff(@PathParam("id") String id, Decision body) {
        return InvoiceView.of(decisions.writeOff(callers.tenantId(), Uuids.parse(id), input.check(body).reason()));
    }

    /** Amounts in major units; those of credit notes are positive. {@code due}: still to be paid. */
    public record SumView(String kind, String currency, long number, BigDecimal net, BigDecimal tax, BigDecimal total,
            BigDecimal due) {
        static SumView of(Invoices.Sum sum) {
            return new SumView(sum.kind().word(), sum.total().currency().getCurrencyCode(), sum.number(),
                    sum.net().major(), sum.tax().major(), sum.total().major(), sum.due().major());
        }
    }

    /** Why, for the books. */
    public record Decision(@NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason) {
    }

    /** {@code lines}: none for all that is left. {@code toCredit}: what had been paid becomes the account's credit. */
    public record CreditOrder(@Valid List<PartOfLine> lines,
            @NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason,
            @JsonAlias("to_credit") Boolean toCredit) {
        Map<Integer, Money> parts(Currency currency) {
            var parts = new LinkedHashMap<Integer, Money>();
            if (lines != null) {
                lines.forEach(part -> parts.merge(part.no(), Amounts.of(part.amount(), currency), Money::plus));
            }
            return parts;
        }
    }

    /** So much of that line, tax included, in major units. */
    public record PartOfLine(@NotNull(message = "REQUIRED") Integer no,
            @NotNull(message = "REQUIRED") BigDecimal amount) {
    }
}
