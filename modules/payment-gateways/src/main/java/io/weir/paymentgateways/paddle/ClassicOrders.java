package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Merchant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was paid, by the order's number or among a plan's newest. */
record ClassicOrders(ClassicApi api, IdSeal seal) {
    private static final int PAGES = 5;
    private static final int PAGE_SIZE = 15;

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

    /** What a subscription was charged after its first order, oldest first. */
    List<Order> renewals(Merchant merchant, String subscription) {
        var all = ofSubscription(merchant, subscription);
        all.sort(Comparator.comparing(Order::createdAt).thenComparing(Order::number));
        return all.size() < PAGES * PAGE_SIZE ? all.stream().skip(1).toList() : all;
    }

    private List<Order> ofSubscription(Merchant merchant, String subscription) {
        var all = new ArrayList<Order>();
        for (int page = 1; page <= PAGES; page++) {
            var orders = api.post(merchant, "/2.0/subscription/" + subscription + "/transactions",
                    Map.of("page", Integer.toString(page)));
            PaddleJson.elements(orders).map(this::read).filter(order -> isNew(all, order)).forEach(all::add);
            if (orders.size() < PAGE_SIZE) {
                break;
            }
        }
        return all;
    }

    private static boolean isNew(List<Order> all, Order order) {
        return all.stream().noneMatch(known -> known.number().equals(order.number()));
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

        /** Such as {@code 2017-01-22 00:38:43}. */
        String createdAt() {
            return PaddleJson.required(json, "/created_at");
        }

        OurIds ours() {
            return OurIds.read(PaddleJson.text(json, "/passthrough").flatMap(PaddleJson::tree)
                    .orElse(MissingNode.getInstance()), seal);
        }
    }
}
