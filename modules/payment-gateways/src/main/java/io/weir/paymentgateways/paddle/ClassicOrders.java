package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Merchant;
import java.util.Map;
import java.util.Optional;

/** What was paid, by the order's number or among a plan's newest. */
record ClassicOrders(ClassicApi api, IdSeal seal) {
    private static final int PAGES = 5;

    Optional<Order> order(Merchant merchant, String number) {
        if (!number.matches("\\d{1,20}-\\d{1,20}")) {
            return Optional.empty();
        }
        var orders = api.post(merchant, "/2.0/order/" + number + "/transactions", Map.of());
        return PaddleJson.elements(orders).map(this::read).filter(order -> order.number().equals(number)).findFirst();
    }

    Optional<Order> ofPlan(Merchant merchant, String plan, PaymentId payment) {
        for (int page = 1; page <= PAGES; page++) {
            var orders = api.post(merchant, "/2.0/product/" + plan + "/transactions",
                    Map.of("page", Integer.toString(page)));
            var found = PaddleJson.elements(orders).map(this::read)
                    .filter(order -> order.ours().payment().filter(payment::equals).isPresent()).findFirst();
            if (found.isPresent() || orders.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Order read(JsonNode json) {
        return new Order(json, seal);
    }

    /** An order as Classic lists it. */
    record Order(JsonNode json, IdSeal seal) {
        String number() {
            return PaddleJson.required(json, "/order_id");
        }

        /** {@code completed}, {@code refunded}, {@code partially_refunded} or {@code disputed}. */
        String status() {
            return PaddleJson.required(json, "/status");
        }

        Money amount() {
            return Amounts.major(PaddleJson.required(json, "/amount"), PaddleJson.required(json, "/currency"));
        }

        OurIds ours() {
            return OurIds.read(PaddleJson.text(json, "/passthrough").flatMap(PaddleJson::tree)
                    .orElse(MissingNode.getInstance()), seal);
        }
    }
}
