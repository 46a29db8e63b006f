package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who wants what: all of {@code units}, of one meter or of several, or nothing. {@code whereMetered} is wanted too, but
 * only of meters that the account has an open allowance of: tokens where the plan meters tokens. The first unit is the
 * call itself; the others are further measures of the same call. {@code credentialEpoch} is what the caller was
 * verified
 * at: when the database has a newer one the answer is {@link Decision.Stale}, and the door verifies the caller again
 * and
 * asks again. {@code operation} names what the rate card priced.
 */
public record Demand(TenantId tenant, AccountId account, List<Units> units, List<Units> whereMetered,
        long credentialEpoch, Optional<String> operation, Duration holdFor) {

    public Demand {
        units = List.copyOf(units);
        whereMetered = List.copyOf(whereMetered);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a demand for nothing");
        }
        units.forEach(Demand::requireSome);
        whereMetered.forEach(Demand::requireSome);
        long meters = java.util.stream.Stream.concat(units.stream(), whereMetered.stream()).map(Units::meter)
                .distinct().count();
        if (meters != units.size() + whereMetered.size()) {
            throw new IllegalArgumentException("a meter is wanted twice");
        }
    }

    /** One meter, to charge at once. */
    public static Demand of(TenantId tenant, AccountId account, MeterKey meter, long quantity, long credentialEpoch) {
        return new Demand(tenant, account, List.of(new Units(meter, quantity)), List.of(), credentialEpoch,
                Optional.empty(), Duration.ZERO);
    }

    public Demand heldFor(Duration time) {
        return new Demand(tenant, account, units, whereMetered, credentialEpoch, operation, time);
    }

    public Demand andWhereMetered(MeterKey meter, long quantity) {
        return new Demand(tenant, account, units, List.of(new Units(meter, quantity)), credentialEpoch, operation,
                holdFor);
    }

    public Demand forOperation(String name) {
        return new Demand(tenant, account, units, whereMetered, credentialEpoch, Optional.of(name), holdFor);
    }

    private static void requireSome(Units units) {
        if (units.quantity() < 1) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}
