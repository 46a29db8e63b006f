/** Accounts and their memberships, and how a request's tenant is told. */
package io.weir.tenancy.domain;
