package io.weir.payments.spi;

/** Gateways that give money back. */
public interface Refunds {
    /**
     * Asks for it. Repeatable: the same key gives money back once, however often it is asked.
     *
     * @throws GatewayException when the provider can't be reached; what it refuses is an answer
     */
    RefundAnswer refund(Merchant merchant, RefundOrder order);
}
