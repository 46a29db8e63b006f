/** Seed B's extension packages: more calls for the running period. */
package io.weir.webrest.extensions;
