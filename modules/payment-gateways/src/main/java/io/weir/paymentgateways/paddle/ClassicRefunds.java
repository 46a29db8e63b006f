package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refunds of Classic, which people there approve and an alert tells of. It knows no keys and lists no requests, only
 * how an order stands: one that has been refunded, in whole or in part, is not asked for again.
 */
record ClassicRefunds(ClassicApi api, ClassicOrders orders) implements Refunds {
    @Override
    public RefundAnswer refund(Merchant merchant, RefundOrder order) {
        var number = order.payment().gatewayReference()
                .orElseThrow(() -> new GatewayException("nothing is known of the money", null));
        try {
            var paid = orders.order(merchant, number);
            return paid.map(found -> asked(merchant, order, found))
                    .orElseGet(() -> answer(Outcome.FAILED, order, "Paddle does not know the order"));
        } catch (PaddleRefusal refusal) {
            if (refusal.isPassing()) {
                throw refusal;
            }
            return answer(Outcome.FAILED, order, refusal.getMessage());
        }
    }

    private RefundAnswer asked(Merchant merchant, RefundOrder order, ClassicOrders.Order paid) {
        return switch (paid.status()) {
            case "completed" -> {
                api.post(merchant, "/2.0/payment/refund", fields(order, paid));
                yield answer(Outcome.PENDING, order, "Paddle looks at it first");
            }
            case "refunded" -> answer(Outcome.COMPLETED, order, "refunded at Paddle");
            default -> answer(Outcome.FAILED, order, "the order is " + paid.status() + " at Paddle");
        };
    }

    private static Map<String, String> fields(RefundOrder order, ClassicOrders.Order paid) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("order_id", paid.number());
        if (!order.amount().equals(paid.amount())) {
            fields.put("amount", order.amount().major().toPlainString());
        }
        fields.put("reason", RefundReason.of(order.reason(), order.key()));
        return fields;
    }

    /** Named by our key, as the alert will name it. */
    private static RefundAnswer answer(Outcome outcome, RefundOrder order, String words) {
        return new RefundAnswer(outcome, Optional.of(order.key()), Optional.of(words));
    }
}
