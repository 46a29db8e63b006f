package io.weir.webrest.metering;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Units;
import java.math.BigDecimal;
import java.util.Optional;

/** What something costs: so many of a meter's smallest units, and the operation that the rate card priced, if any. */
record Price(Meter meter, long quantity, Optional<String> operation) {

    /** As the caller was verified; for an account that the caller may speak for. */
    Demand demand(Caller verified, AccountId account) {
        var demand = Demand.of(verified.tenant(), account, meter.key(), quantity, verified.verifiedAt());
        return operation.map(demand::forOperation).orElse(demand);
    }

    Units units() {
        return new Units(meter.key(), quantity);
    }

    BigDecimal inUnits(long smallest) {
        return Quantities.toUnits(smallest, meter);
    }
}
