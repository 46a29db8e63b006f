package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * For whom a method is called: its first parameter, when that is a {@code TenantId} or has a {@code tenant()} that
 * answers one, as the caller of an operation does.
 */
final class TenantOfCall {
    private final ConcurrentMap<Method, Optional<Method>> accessors = new ConcurrentHashMap<>();

    Optional<TenantId> of(Method method, Object[] arguments) {
        if (arguments == null || arguments.length == 0 || arguments[0] == null) {
            return Optional.empty();
        }
        if (arguments[0] instanceof TenantId tenant) {
            return Optional.of(tenant);
        }
        return accessors.computeIfAbsent(method, TenantOfCall::accessor).map(accessor -> read(accessor, arguments[0]));
    }

    private static Optional<Method> accessor(Method method) {
        var first = method.getParameterTypes()[0];
        if (!first.isRecord()) {
            return Optional.empty();
        }
        for (var component : first.getRecordComponents()) {
            if (component.getName().equals("tenant") && component.getType() == TenantId.class) {
                return Optional.of(component.getAccessor());
            }
        }
        return Optional.empty();
    }

    private static TenantId read(Method accessor, Object record) {
        try {
            return (TenantId) accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
