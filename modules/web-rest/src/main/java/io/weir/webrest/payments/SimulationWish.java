package io.weir.webrest.payments;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Simulations;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Tenant;
import io.weir.webrest.http.Moments;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.UUID;

/**
 * What is to be priced. {@code plan}: slug or id, on sale or not. {@code from}, {@code to}: days of the tenant, both
 * included, or times, {@code to} not included.
 */
public record SimulationWish(
        @NotBlank(message = "REQUIRED") @JsonAlias({"planId", "plan_id"}) String plan,
        @NotBlank(message = "REQUIRED") String from,
        @NotBlank(message = "REQUIRED") String to) {
    private static final int LENGTH_OF_ID = 36;

    /** Refused: {@code PLAN_NOT_FOUND}, {@code VALIDATION_FAILED} on what is no time. */
    public Simulations.Wish read(Tenant tenant, Catalogue catalogue) {
        return new Simulations.Wish(id(tenant, catalogue),
                Moments.from("from", from, tenant.zone()).orElseThrow(),
                Moments.until("to", to, tenant.zone()).orElseThrow());
    }

    private UUID id(Tenant tenant, Catalogue catalogue) {
        var wanted = plan.strip();
        return wanted.length() == LENGTH_OF_ID ? Uuids.parse(wanted)
                : catalogue.planBySlug(tenant.id(), wanted.toLowerCase(Locale.ROOT)).map(Plan::id)
                .orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }
}
