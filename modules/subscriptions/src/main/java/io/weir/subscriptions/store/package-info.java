/** Reads and writes the rows through JPA. */
package io.weir.subscriptions.store;
