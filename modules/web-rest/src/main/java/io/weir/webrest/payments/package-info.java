/** Paying: buying routes, the history of payments, invoices, and what gateways send us. */
package io.weir.webrest.payments;
