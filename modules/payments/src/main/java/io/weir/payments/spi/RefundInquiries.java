package io.weir.payments.spi;

import java.util.Optional;

/** Gateways that can be asked how a refund stands, for notices that never came. */
public interface RefundInquiries {
    /**
     * @param reference the gateway's name for the refund; {@code order} is what was asked for
     * @return empty when the gateway can't tell this one from others, or does not know it
     * @throws GatewayException when the provider can't be reached
     */
    Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference);
}
