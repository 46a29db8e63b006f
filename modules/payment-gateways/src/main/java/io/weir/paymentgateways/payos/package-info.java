/**
 * Transfers of dong through PayOS: a payment page with a VietQR code, signed messages about each transfer, and
 * inquiries. The client is our own, over the HTTP interface of payos.vn/docs/api.
 */
package io.weir.paymentgateways.payos;
