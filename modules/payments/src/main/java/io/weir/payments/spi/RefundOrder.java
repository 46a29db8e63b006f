package io.weir.payments.spi;

import io.weir.kernel.api.Money;

/** Money to give back. {@code key}: ours, once per refund. {@code payment}: what was paid, with its reference. */
public record RefundOrder(String key, OpenedOrder payment, Money amount, String reason) {
}
