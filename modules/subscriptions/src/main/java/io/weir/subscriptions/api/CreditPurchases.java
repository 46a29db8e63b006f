package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Credits that accounts have bought. They do not expire, and need no subscription. Quantities in smallest units. */
public interface CreditPurchases {
    /**
     * Opens what was bought, with the package's bonus, once per {@code cause}. A package that was taken off sale
     * meanwhile is still given to who paid for it. Refused: {@code CREDIT_PACKAGE_NOT_FOUND} (404).
     */
    Purchase activate(TenantId tenant, AccountId account, Credits credits, Money paid, String cause);

    /**
     * A share of the price of what {@code cause} bought went back: so many of its credits, bonus included, are taken
     * back as far as they are unspent. Once per {@code source}.
     *
     * @return how many were taken
     */
    long takeBack(TenantId tenant, AccountId account, String cause, TakenBack back);

    /** All ever bought, newest first. */
    List<Purchase> history(TenantId tenant, AccountId account);

    Optional<Purchase> byCause(TenantId tenant, AccountId account, String cause);

    /** {@code source}: once per source. {@code note}: for the account's ledger. */
    record TakenBack(Share share, String source, String note) {
    }

    /** What is bought. */
    sealed interface Credits {
    }

    /** A package of the catalogue, with its bonus. */
    record OfPackage(UUID id) implements Credits {
    }

    /** Any amount, which has no bonus. */
    record Amount(MeterKey meter, long quantity) implements Credits {
        public Amount {
            if (quantity < 1) {
                throw new IllegalArgumentException("an amount of " + quantity);
            }
        }

        /** Whether a package has exactly these credits, its bonus not counted. */
        public boolean equalsThatOf(CreditPackage offer) {
            return offer.meter().equals(meter.value()) && offer.credits() == quantity;
        }
    }

    /** What was bought; package and name are absent for an amount. */
    record Purchase(UUID id, Optional<UUID> creditPackage, Optional<String> name, MeterKey meter, long credits,
                    long bonus, Money paid, Instant purchasedAt) {
    }
}
