/** Paying from what an account has with the tenant. */
package io.weir.paymentgateways.credit;
