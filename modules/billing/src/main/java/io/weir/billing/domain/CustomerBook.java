package io.weir.billing.domain;

import io.weir.kernel.api.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What accounts of the bound tenant said of themselves. */
public interface CustomerBook {
    Optional<StoredCustomer> find(AccountId account);

    /** Those of them that said anything. */
    List<StoredCustomer> find(Collection<AccountId> accounts);

    void add(StoredCustomer customer);
}
