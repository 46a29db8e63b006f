package io.weir.webrest.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A route whose request thread must not ask the database. The caller's credential is not read again here: admission
 * holds it against the credential epoch inside its own transaction, see {@link Gate}.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Hot {
}
