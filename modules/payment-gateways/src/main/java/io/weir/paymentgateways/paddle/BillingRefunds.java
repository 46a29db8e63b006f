package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refunds are adjustments of a transaction. Earlier ones are looked through for our key first, so that asking twice
 * gives money back once. A part is taken from the transaction's lines in their order, as far as each has anything left.
 */
record BillingRefunds(BillingApi api, IdSeal seal) implements Refunds {
    private static final String PATH = "/adjustments";
    private static final int PAGES = 4;

    @Override
    public RefundAnswer refund(Merchant merchant, RefundOrder order) {
        var transaction = order.payment().gatewayReference().or(order.payment()::linkId)
                .orElseThrow(() -> new GatewayException("nothing is known of the money", null));
        var earlier = api.list(merchant, PATH,
                Map.of("transaction_id", BillingApi.id(transaction), "per_page", "50"), PAGES);
        return earlier.stream().map(BillingAdjustment::new).filter(known -> known.isRefundUnder(order.key()))
                .findFirst().map(BillingAdjustment::answer)
                .orElseGet(() -> asked(merchant, order, transaction, earlier));
    }

    private RefundAnswer asked(Merchant merchant, RefundOrder order, String id, List<JsonNode> earlier) {
        try {
            var transaction = new BillingTransaction(api.get(merchant, "/transactions/" + id), seal);
            var body = body(order, transaction, earlier);
            return body.map(wanted -> new BillingAdjustment(api.post(merchant, PATH, wanted)).answer())
                    .orElseGet(() -> failed("more than is left of this payment at Paddle"));
        } catch (PaddleRefusal refusal) {
            if (refusal.isPassing()) {
                throw refusal;
            }
            return failed(refusal.getMessage());
        }
    }

    /** Empty when not so much can be given back. */
    private static Optional<ObjectNode> body(RefundOrder order, BillingTransaction paid, List<JsonNode> earlier) {
        var body = PaddleJson.object().put("action", "refund").put("transaction_id", paid.id())
                .put("reason", RefundReason.of(order.reason(), order.key()));
        if (earlier.isEmpty() && order.amount().equals(paid.received())) {
            return Optional.of(body.put("type", "full"));
        }
        body.put("type", "partial");
        var remaining = order.amount().currency().equals(paid.grandTotal().currency())
                ? lines(body.putArray("items"), order.amount().minor(), paid.json(), givenBack(earlier)) : 1;
        return remaining == 0 ? Optional.of(body) : Optional.empty();
    }

    /** Answers what could not be placed on any line. */
    private static long lines(ArrayNode items, long wanted, JsonNode transaction, Map<String, Long> givenBack) {
        long remaining = wanted;
        for (var line : transaction.at("/details/line_items")) {
            var id = line.path("id").asText();
            long left = line.at("/totals/total").asLong() - givenBack.getOrDefault(id, 0L);
            long part = Math.min(left, remaining);
            if (part > 0) {
                items.addObject().put("item_id", id).put("type", "partial").put("amount", Long.toString(part));
                remaining -= part;
            }
        }
        return remaining;
    }

    /** Minor units by line, of what was given back or is about to be. */
    private static Map<String, Long> givenBack(List<JsonNode> earlier) {
        var sums = new HashMap<String, Long>();
        earlier.stream().filter(adjustment -> adjustment.path("action").asText().matches("refund|chargeback|credit"))
                .filter(adjustment -> !adjustment.path("status").asText().matches("rejected|reversed"))
                .flatMap(adjustment -> PaddleJson.elements(adjustment.path("items")))
                .forEach(item -> sums.merge(item.path("item_id").asText(), item.at("/totals/total").asLong(),
                        Math::addExact));
        return sums;
    }

    private static RefundAnswer failed(String words) {
        return new RefundAnswer(RefundAnswer.Outcome.FAILED, Optional.empty(), Optional.of(words));
    }
}
