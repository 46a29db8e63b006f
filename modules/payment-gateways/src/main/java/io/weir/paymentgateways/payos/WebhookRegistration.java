package io.weir.paymentgateways.payos;

import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;

/** Gateways that are told over their own interface where to send messages. */
public interface WebhookRegistration {
    /**
     * Tells the provider where to send this merchant's messages from now on; it may post a sample there before this
     * returns, and that one has to be answered.
     *
     * @return a few words on what was registered, such as the account's name
     * @throws GatewayException when the provider can't be reached, or does not like the address or its answer
     */
    String register(Merchant merchant, String url);
}
