package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Simulations;
import io.weir.billing.api.TenantSimulations;
import io.weir.billing.api.TenantSimulations.AccountOutcome;
import io.weir.billing.api.TenantSimulations.Overall;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.subscriptions.api.Catalogue;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import io.weir.webrest.payments.SimulationView;
import io.weir.webrest.payments.SimulationView.PlanView;
import io.weir.webrest.payments.SimulationView.SumView;
import io.weir.webrest.payments.SimulationWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** What a plan would have cost one customer, or brought in from all. */
@Path("admin/billing/simulate")
@Tag(name = "Administration: invoices")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SimulationsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Catalogue catalogue;
    @Inject
    Simulations simulations;
    @Inject
    TenantSimulations overall;

    @POST
    @Operation(summary = "What a plan would have cost for what was really used; nothing is changed",
            description = "With account: that one's, as it would see it. Without: sums over all accounts, or over those"
                    + " that held the plan (onlyHolders), who would have paid most less and most more, and a page of"
                    + " all; at most a year and 60 periods.")
    public Response simulate(@QueryParam("page") String page, @QueryParam("limit") String limit, Wanted body) {
        var wanted = input.check(body);
        var tenant = callers.tenant();
        var wish = new SimulationWish(wanted.plan(), wanted.from(), wanted.to()).read(tenant, catalogue);
        var account = Texts.given(wanted.account()).map(AccountId::of);
        if (account.isPresent()) {
            return Response.ok(SimulationView.of(simulations.simulate(tenant.id(), account.get(), wish))).build();
        }
        return Response.ok(OverallView.of(overall.overall(tenant.id(), wish,
                Boolean.TRUE.equals(wanted.onlyHolders()), Params.page(page, limit)))).build();
    }

    /** As {@link SimulationWish}; {@code account}: an id. */
    public record Wanted(
            @NotBlank(message = "REQUIRED") @JsonAlias({"planId", "plan_id"}) String plan,
            @NotBlank(message = "REQUIRED") String from,
            @NotBlank(message = "REQUIRED") String to,
            @JsonAlias({"accountId", "account_id"}) String account,
            @JsonAlias("only_holders") Boolean onlyHolders) {
    }

    /** Differences are net, simulated less real: below zero for who would have paid less. */
    public record OverallView(PlanView plan, Instant from, Instant to, String currency, long counted,
            SumView simulated, SumView real, BigDecimal difference, List<OutcomeView> gainers,
            List<OutcomeView> losers, Page<OutcomeView> accounts) {
        static OverallView of(Overall all) {
            return new OverallView(PlanView.of(all.plan()), all.from(), all.until(),
                    all.simulated().net().currency().getCurrencyCode(), all.counted(), SumView.of(all.simulated()),
                    SumView.of(all.real()), all.simulated().net().minus(all.real().net()).major(),
                    all.gainers().stream().map(OutcomeView::of).toList(),
                    all.losers().stream().map(OutcomeView::of).toList(), all.accounts().map(OutcomeView::of));
        }
    }

    /** Net. */
    public record OutcomeView(UUID accountId, String name, BigDecimal simulated, BigDecimal real,
            BigDecimal difference, boolean blocked) {
        static OutcomeView of(AccountOutcome outcome) {
            return new OutcomeView(outcome.account().value(), outcome.name(), outcome.simulated().major(),
                    outcome.real().major(), outcome.difference().major(), outcome.blocked());
        }
    }
}
