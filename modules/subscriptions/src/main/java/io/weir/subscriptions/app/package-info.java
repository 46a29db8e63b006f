/** The façades behind the api, and what they share: opening periods, the free plan, closing what is due. */
package io.weir.subscriptions.app;
