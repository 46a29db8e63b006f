package io.weir.payments.spi;

import java.util.List;

/** Gateways that can be asked how a payment stands, for notices that never came. */
public interface Inquiries {
    /**
     * What is known there, in the facts that notices would have told: money under the same references. Several when a
     * payer paid in parts; none when nothing has happened yet, or the gateway does not know the order.
     */
    List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order);

    /** Closes a checkout, so that nobody pays it any more. Quiet when it is closed, or paid. */
    void close(Merchant merchant, OpenedOrder order);
}
