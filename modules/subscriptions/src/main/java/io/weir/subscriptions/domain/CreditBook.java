package io.weir.subscriptions.domain;

import io.weir.kernel.api.AccountId;
import java.util.List;
import java.util.Optional;

/** The credits that the bound tenant's accounts have bought. */
public interface CreditBook {
    Optional<StoredCreditPurchase> purchase(AccountId account, String cause);

    /** All, newest first. */
    List<StoredCreditPurchase> purchases(AccountId account);

    void add(StoredCreditPurchase purchase);
}
