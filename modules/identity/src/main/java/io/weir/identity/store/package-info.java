/** Rows: users, keys and reset tokens through the ORM; what is hot, conditional or without a tenant in SQL. */
package io.weir.identity.store;
