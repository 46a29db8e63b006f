/** Calls to upstreams: on threads of their own, to addresses that the operator allows, streamed and settled once. */
package io.weir.webrest.outbound;
