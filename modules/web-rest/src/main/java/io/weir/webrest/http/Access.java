package io.weir.webrest.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Who may use a route; on a method it replaces what the class says. A route that says nothing is closed. These are our
 * own words instead of {@code @RolesAllowed} because the server adds an authorisation filter of its own wherever it
 * finds that one, which asks the container's user registry and answers without a body.
 */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Access {
    Who value();
}
