package io.weir.webrest.admin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.UsageUpkeep;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that what dashboards show is what was used. */
@Path("admin/usage/recompute")
@Tag(name = "Administration: metering")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageRecomputeResource {
    @Inject
    Callers callers;
    @Inject
    Accounts accounts;
    @Inject
    UsageUpkeep upkeep;
    @Inject
    Time time;

    @POST
    @Operation(summary = "Hold summed usage against the calls themselves, and mend what differs unless dryRun",
            description = "from and until (exclusive) are days of the tenant's zone or RFC 3339 times, at most 92 days "
            + "apart; the last 7 days unless said otherwise. account is an id or an external id; all unless given.")
    public Report recompute(@QueryParam("from") String from, @QueryParam("until") String until,
                            @QueryParam("account") String account, @QueryParam("dryRun") String dryRun) {
        var tenant = callers.tenant();
        var span = RecomputedSpan.of(from, until, tenant.zone(), time.now(tenant.id()));
        boolean mend = !Params.flag("dryRun", dryRun);
        var only = Texts.given(account).map(this::account);
        var found = upkeep.recompute(tenant.id(), only, span.from(), span.until(), mend);
        return new Report(span.from(), span.until(), only.map(AccountId::toString), found.accounts(), found.rows(),
                found.differing(), found.mended());
    }

    private AccountId account(String name) {
        return accounts.resolve(callers.tenantId(), name).map(Accounts.Found::account)
                .orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND").asException());
    }

    /** {@code rows} were held against the usage; {@code differing} were missing, too much, or wrong. */
    public record Report(Instant from, Instant until, Optional<String> account, int accounts, long rows,
                         long differing, boolean mended) {
    }
}
