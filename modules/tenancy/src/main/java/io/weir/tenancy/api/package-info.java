/** For whom: the tenants of this installation, and the accounts of their customers. */
package io.weir.tenancy.api;
