package io.weir.platform.internal;

import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The container's registry for what shall happen when the running transaction ends. */
final class CurrentTransaction {
    private CurrentTransaction() {
    }

    static TransactionSynchronizationRegistry registry() {
        try {
            return InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException e) {
            throw new IllegalStateException("no transaction registry on this thread", e);
        }
    }
}
