package io.weir.platform.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Binds the ORM's tenant discriminator to the {@code TenantId} that is the method's first parameter, for the duration
 * of the
 * call. A call for another tenant inside a transaction that already works for one is refused: it would silently read
 * both.
 */
@Inherited
@InterceptorBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface TenantScoped {
}
