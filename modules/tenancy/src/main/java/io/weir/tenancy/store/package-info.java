/** The list of tenants in the database. */
package io.weir.tenancy.store;
