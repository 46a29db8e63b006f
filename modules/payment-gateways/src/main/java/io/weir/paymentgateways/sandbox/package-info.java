/**
 * A gateway without money, for demonstrations and tests: it behaves as an outside one would, up to the signed notice
 * over HTTP.
 */
package io.weir.paymentgateways.sandbox;
