/** Tickets: support conversations between a tenant's customers and its people. */
package io.weir.support.api;
