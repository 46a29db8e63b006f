/**
 * Stripe, through its hosted pages only: Checkout, the billing portal and signed events. Requests go through Stripe's
 * own client; answers and events are read as plain JSON, so that an endpoint of another API version is understood too.
 */
package io.weir.paymentgateways.stripe;
