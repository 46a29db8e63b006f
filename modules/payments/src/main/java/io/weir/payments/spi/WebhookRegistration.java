package io.weir.payments.spi;

/** Gateways that have to be told where their notices go, and try that address before they take it. */
public interface WebhookRegistration {
    /**
     * @return a few words on what was registered, such as the bank account
     * @throws GatewayException when the gateway refuses, or did not get its answer from the address
     */
    String register(Merchant merchant, String url);
}
