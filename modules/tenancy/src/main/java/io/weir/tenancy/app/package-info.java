/** The façades over tenants and accounts, and the observer that opens accounts. */
package io.weir.tenancy.app;
