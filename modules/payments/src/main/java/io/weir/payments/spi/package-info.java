/**
 * What a payment gateway has to be. Adapters are CDI beans found by {@link io.weir.payments.spi.Gateway#name()}; one
 * contract test fits all.
 */
package io.weir.payments.spi;
