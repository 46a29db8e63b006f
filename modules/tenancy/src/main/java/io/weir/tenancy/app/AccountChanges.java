package io.weir.tenancy.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AfterCommit;
import io.weir.tenancy.store.AccountNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Lets every node's memory of accounts know that one has changed: this node's at the commit, others' within 5 s. */
@ApplicationScoped
public class AccountChanges {
    @Inject
    private AfterCommit afterCommit;
    @Inject
    private AccountNames names;
    @Inject
    private RecentAccounts recent;

    @Transactional(Transactional.TxType.MANDATORY)
    public void note(TenantId tenant) {
        names.advance(tenant);
        afterCommit.run(() -> recent.forget(tenant));
    }
}
