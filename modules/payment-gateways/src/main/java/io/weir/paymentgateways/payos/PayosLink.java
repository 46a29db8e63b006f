package io.weir.paymentgateways.payos;

import io.weir.payments.spi.GatewayException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A payment page as an inquiry tells it. {@code status}: PayOS's word for how it stands. */
record PayosLink(String id, long amount, String status, Optional<Instant> createdAt, List<PayosTransfer> transfers) {
    private static final List<String> OPEN = List.of("PENDING", "PROCESSING", "UNDERPAID");
    private static final List<String> OVER = List.of("CANCELLED", "EXPIRED", "FAILED");
    private static final String PAGES = "https://pay.payos.vn/web/";

    /** @throws GatewayException when it is about another order, or says too little */
    static PayosLink read(long orderCode, Fields fields) {
        try {
            if (fields.whole("orderCode") != orderCode) {
                throw new IllegalArgumentException("another order");
            }
            return new PayosLink(fields.requiredText("id"), fields.whole("amount"), fields.requiredText("status"),
                    fields.text("createdAt").flatMap(PayosTransfer::time),
                    fields.parts("transactions").stream().map(PayosTransfer::read).toList());
        } catch (IllegalArgumentException e) {
            throw new GatewayException("PayOS's answer about order " + orderCode + " is not as usual: "
                    + e.getMessage(), e);
        }
    }

    boolean isOpen() {
        return OPEN.contains(status);
    }

    boolean isOver() {
        return OVER.contains(status);
    }

    /** Where it is paid: an inquiry does not say it, but pages are named after their links. */
    String page() {
        return PAGES + id;
    }
}
