package io.weir.platform.internal;

import io.weir.platform.api.TenantBinding;
import io.weir.platform.api.TenantScoped;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Binds the tenant around the transaction, not inside it: the ORM writes, and checks whose rows it writes, at commit.
 * Hence the priority just before that of {@code @Transactional}, which is PLATFORM_BEFORE + 200.
 */
@TenantScoped
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class TenantScopedInterceptor {
    private static final TenantOfCall TENANTS = new TenantOfCall();

    @AroundInvoke
    Object bind(InvocationContext call) throws Exception {
        var tenant = TENANTS.of(call.getMethod(), call.getParameters());
        return tenant.isPresent() ? TenantBinding.enter(tenant.get(), call::proceed) : call.proceed();
    }
}
