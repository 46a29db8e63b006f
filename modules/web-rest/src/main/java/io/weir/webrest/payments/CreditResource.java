package io.weir.webrest.payments;

import io.weir.kernel.api.Money;
import io.weir.payments.api.AccountCredits;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that the account has with the tenant: paid too much, or too late. The gateway {@code credit} spends it. */
@Path("billing/account-credit")
@Tag(name = "Payments")
@Access(Who.USER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {
    @Inject
    Callers callers;
    @Inject
    AccountCredits credits;

    @GET
    @Operation(summary = "The balance, and what moved it, newest first")
    public View credit(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        var tenant = callers.tenantId();
        var entries = credits.entries(tenant, callers.account(), Params.page(page, limit));
        return View.of(credits.balance(tenant, callers.account()), entries.items());
    }

    /** Major units. */
    public record View(BigDecimal balance, String currency, List<EntryView> entries) {
        public static View of(Money balance, List<AccountCredits.Entry> entries) {
            return new View(balance.major(), balance.currency().getCurrencyCode(),
                    entries.stream().map(EntryView::of).toList());
        }
    }

    /** {@code kind}: overpayment, spent, returned, paid_out, adjustment. */
    public record EntryView(UUID id, String kind, BigDecimal amount, String currency, Optional<String> note,
                            Instant at) {
        static EntryView of(AccountCredits.Entry entry) {
            return new EntryView(entry.id(), entry.kind().name().toLowerCase(Locale.ROOT), entry.amount().major(),
                    entry.amount().currency().getCurrencyCode(), entry.note(), entry.at());
        }
    }
}
