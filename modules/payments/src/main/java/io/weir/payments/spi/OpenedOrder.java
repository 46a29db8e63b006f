package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import java.util.Optional;

/**
 * A payment that has been opened at its gateway. {@code linkId}: the gateway's name for the checkout; {@code
 * gatewayReference}: for the money, once it came.
 */
public record OpenedOrder(PaymentId payment, long orderCode, Money amount, Optional<String> linkId,
        Optional<String> gatewayReference) {
}
