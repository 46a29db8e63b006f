package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The tenant that this thread's persistence is bound to; failing that, the one its transaction works for, so that
 * what the ORM writes at commit still knows its tenant. Set by {@link TenantScoped}; timers and observers may use
 * {@link #call}.
 */
public final class TenantBinding {
    /** The ORM's context property. */
    public static final String PROPERTY = "eclipselink.tenant-id";
    private static final ThreadLocal<TenantId> BOUND = new ThreadLocal<>();

    private TenantBinding() {
    }

    /** @throws IllegalStateException when nothing is bound: a query without a tenant must find nothing */
    public static TenantId require() {
        var tenant = orNull();
        if (tenant == null) {
            throw new IllegalStateException("no tenant is bound");
        }
        return tenant;
    }

    public static TenantId orNull() {
        var tenant = BOUND.get();
        return tenant != null ? tenant : RunningTransaction.tenantOrNull();
    }

    /**
     * Works for the tenant, and makes the running transaction, if there is one, that tenant's for good.
     *
     * @throws IllegalStateException when that transaction works for another tenant: the ORM would silently read both
     */
    public static <T> T enter(TenantId tenant, Callable<T> work) throws Exception {
        var before = BOUND.get();
        RunningTransaction.claim(tenant, before);
        BOUND.set(tenant);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    public static <T> T call(TenantId tenant, Supplier<T> work) {
        var before = BOUND.get();
        BOUND.set(tenant);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private static void restore(TenantId before) {
        if (before == null) {
            BOUND.remove();
        } else {
            BOUND.set(before);
        }
    }
}
