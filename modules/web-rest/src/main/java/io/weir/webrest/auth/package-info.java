/** Registering, signing in, and one's own profile, password and sessions. */
package io.weir.webrest.auth;
