/**
 * Paddle, in both of its languages: Billing (JSON, {@code Paddle-Signature}) and Classic (forms, {@code p_signature}).
 * One gateway; what a merchant has set says which one it speaks.
 */
package io.weir.paymentgateways.paddle;
