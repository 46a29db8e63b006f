package io.weir.platform.api;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks an event and its observers that commit or fail in the transaction of the fact itself. */
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, PARAMETER})
public @interface Together {
}
