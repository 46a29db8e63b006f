/** Getting paid: payments, approvals and the inbox of gateway notices. */
package io.weir.payments.api;
