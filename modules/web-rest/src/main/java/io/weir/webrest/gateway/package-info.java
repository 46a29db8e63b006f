/** Upstreams that a tenant sells access to: what passes, what it costs, and what comes back. */
package io.weir.webrest.gateway;
