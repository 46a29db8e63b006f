package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The JTA transaction of this thread. The tenant that it works for is kept with it, from the first call that needs it.
 */
final class RunningTransaction {
    private static final Object TENANT = new Object();
    private static volatile TransactionSynchronizationRegistry known;

    private RunningTransaction() {
    }

    static TenantId tenantOrNull() {
        var registry = registryOrNull();
        return isRunning(registry) ? (TenantId) registry.getResource(TENANT) : null;
    }

    static void claim(TenantId tenant, TenantId bound) {
        var registry = registryOrNull();
        if (!isRunning(registry)) {
            return;
        }
        var owner = (TenantId) registry.getResource(TENANT);
        refuseOther(tenant, bound);
        refuseOther(tenant, owner);
        if (owner == null) {
            registry.putResource(TENANT, tenant);
        }
    }

    private static void refuseOther(TenantId tenant, TenantId already) {
        if (already != null && !already.equals(tenant)) {
            throw new IllegalStateException("a transaction of tenant " + already + " was asked to work for " + tenant);
        }
    }

    /** Also true outside the container. */
    static boolean isNone() {
        var registry = registryOrNull();
        return registry == null || registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    }

    static void whenEnded(Synchronization synchronization) {
        registryOrNull().registerInterposedSynchronization(synchronization);
    }

    private static boolean isRunning(TransactionSynchronizationRegistry registry) {
        if (registry == null) {
            return false;
        }
        int status = registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /**
     * One registry serves all transactions, so it is looked up once. Where there is none, there are no transactions.
     */
    private static TransactionSynchronizationRegistry registryOrNull() {
        if (known == null) {
            try {
                known = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
            } catch (NamingException outsideTheContainer) {
                return null;
            }
        }
        return known;
    }
}
