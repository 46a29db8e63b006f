package io.weir.platform.api;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks an observer that runs after the fact's transaction has committed, delivered by the {@link Outbox} until it
 * succeeds.
 */
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, PARAMETER})
public @interface Afterwards {
    /** For firing. */
    final class Literal extends AnnotationLiteral<Afterwards> implements Afterwards {
        public static final Literal INSTANCE = new Literal();
    }
}
