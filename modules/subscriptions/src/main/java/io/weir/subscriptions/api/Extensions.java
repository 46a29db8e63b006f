package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Extensions that accounts have bought. */
public interface Extensions {
    /**
     * Refused (400): {@code NO_ACTIVE_SUBSCRIPTION} without a paid one, {@code SUBSCRIPTION_EXPIRED} when the last paid
     * one has ended.
     */
    void requireExtendable(TenantId tenant, AccountId account);

    /**
     * Raises the running period, once per {@code cause}. When the subscription ended between payment and activation,
     * the extension is given to the free plan's allowance.
     */
    Purchase activate(TenantId tenant, AccountId account, UUID extension, String cause);

    /**
     * A share of the price of what {@code cause} bought went back: so many of its calls are taken back as far as they
     * are unspent. Once per {@code source}; answers how many were taken.
     */
    long takeBack(TenantId tenant, AccountId account, String cause, CreditPurchases.TakenBack back);

    /** Those of the current subscription, newest first. */
    List<Purchase> current(TenantId tenant, AccountId account);

    /** All ever bought, newest first. */
    List<Purchase> history(TenantId tenant, AccountId account);

    Optional<Purchase> byCause(TenantId tenant, AccountId account, String cause);

    /** A bought extension. */
    record Purchase(UUID id, UUID extension, String extensionPackageName, long additionalCalls, Money price,
            Instant purchasedAt,
                    UUID subscription) {
    }
}
