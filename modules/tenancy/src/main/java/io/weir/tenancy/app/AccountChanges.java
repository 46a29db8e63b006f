package io.weir.tenancy.app;

import io.weir.kernel.api.TenantId;
import io.weir.tenancy.store.AccountNames;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Lets every node's memory of accounts know that one has changed: this node's at the commit, others' within 5 s. */
@ApplicationScoped
public class AccountChanges {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;
    @Inject
    private AccountNames names;
    @Inject
    private RecentAccounts recent;

    @Transactional(Transactional.TxType.MANDATORY)
    public void note(TenantId tenant) {
        names.advance(tenant);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is written at this point.
            }

            @Override
            public void afterCompletion(int status) {
                recent.forget(tenant);
            }
        });
    }
}
