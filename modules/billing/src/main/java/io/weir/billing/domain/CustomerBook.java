package io.weir.billing.domain;

import io.weir.kernel.api.AccountId;
import java.util.Optional;

/** What accounts of the bound tenant said of themselves. */
public interface CustomerBook {
    Optional<StoredCustomer> find(AccountId account);

    void add(StoredCustomer customer);
}
