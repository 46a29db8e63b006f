/**
 * The gateway that is a bank transfer: the payer is told where to send the money, and a person says when it is there.
 */
package io.weir.paymentgateways.manual;
