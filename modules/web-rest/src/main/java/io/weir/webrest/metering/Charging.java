package io.weir.webrest.metering;

import io.weir.metering.api.Admission;
import io.weir.metering.api.Decision;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Gate;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.MeteredAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Charges for a request; for its own thread. */
@ApplicationScoped
class Charging {
    @Inject
    Callers callers;
    @Inject
    MeteredAccount accounts;
    @Inject
    Prices prices;
    @Inject
    Admission admission;
    @Inject
    Gate gate;

    CompletionStage<Charge> of(ChargeRequest body) {
        var caller = callers.caller();
        var account = accounts.of(caller, Input.required(body).account());
        var price = prices.of(caller.tenant(), body.wanted());
        var facts = body.facts(price.operation(), caller.keyId());
        var admitted = gate.admit(caller, verified -> admission.charge(price.demand(verified, account), facts));
        return QuotaRefusals.inUnits(admitted, price.meter()).thenApply(charge -> Charge.of(charge, price));
    }

    /** What was charged, and what is left of the meter. */
    public record Charge(UUID id, Optional<String> operation, String meter, BigDecimal charged, BigDecimal remaining) {
        static Charge of(Decision.Admitted charge, Price price) {
            var line = charge.first();
            return new Charge(charge.id(), price.operation(), line.meter().value(), price.inUnits(line.quantity()),
                    price.inUnits(line.remaining()));
        }
    }
}
