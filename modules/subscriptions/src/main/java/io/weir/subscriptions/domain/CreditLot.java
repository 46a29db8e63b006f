package io.weir.subscriptions.domain;

import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import java.util.Optional;
import java.util.UUID;

/** Credits as they are handed over: a package's, with its bonus, or just an amount. In smallest units. */
public record CreditLot(Optional<UUID> creditPackage, Optional<String> name, MeterKey meter, long credits,
                        long bonus) {
    public static CreditLot of(StoredCredits row) {
        return new CreditLot(Optional.of(row.id()), Optional.of(row.name()), row.meter(), row.credits(), row.bonus());
    }

    public static CreditLot of(Amount amount) {
        return new CreditLot(Optional.empty(), Optional.empty(), amount.meter(), amount.quantity(), 0);
    }
}
