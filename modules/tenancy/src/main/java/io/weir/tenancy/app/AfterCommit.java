package io.weir.tenancy.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** For memory that mirrors rows: it must follow the caller's commit, not precede it. */
@ApplicationScoped
public class AfterCommit {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Runs it after the transaction of this thread, whatever becomes of that; now when there is none. */
    public void run(Runnable work) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            work.run();
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is written at this point.
            }

            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }
}
