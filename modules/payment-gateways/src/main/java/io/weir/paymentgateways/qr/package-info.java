/** Text as QR pictures, for the gateways whose payers scan. */
package io.weir.paymentgateways.qr;
