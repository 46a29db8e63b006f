package io.weir.paymentgateways.paddle;

import io.weir.payments.api.Payment;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Subject;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkouts are pay links. A plan of the merchant's makes it an agreement; what has no plan, or goes on without one, is
 * one payment. Making a link again makes another address for the same payment; neither knows of the other, and both end
 * by themselves.
 */
record ClassicCheckouts(ClassicOrders orders, Time time, Installation installation) implements Inquiries {
    /** A link is good until the end of the second day, UTC. */
    private static final int DAYS = 1;

    Opened open(Merchant merchant, OpenOrder order) {
        var plan = order.recurring().flatMap(period -> PaddleSettings.price(merchant, period)).map(String::trim);
        var lastDay = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).plusDays(DAYS);
        var fields = fields(merchant, order, plan);
        fields.put("expires", lastDay.toString());
        var url = PaddleJson.text(orders.api().post(merchant, "/2.0/product/generate_pay_link", fields), "/url")
                .orElseThrow(() -> new GatewayException("Paddle gave no pay link", null));
        var link = new PayLink(plan, order.payment()).toString();
        return Opened.until(new Payment.Checkout(Optional.of(url), Optional.empty(), Optional.of(link),
                Optional.empty()), lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return paid(merchant, order).filter(found -> found.ours().payment().filter(order.payment()::equals)
                .isPresent()).map(found -> Fact.OfPayment.paid(new Subject(Optional.of(order.payment()),
                        found.ours().orderCode(), Optional.of(found.number()), Optional.empty()), found.amount(),
                        found.number())).stream().toList();
    }

    /** Classic can't take a link back: it ends by itself. */
    @Override
    public void close(Merchant merchant, OpenedOrder order) {
    }

    private Optional<ClassicOrders.Order> paid(Merchant merchant, OpenedOrder order) {
        if (order.gatewayReference().isPresent()) {
            return orders.order(merchant, order.gatewayReference().get());
        }
        return order.linkId().flatMap(PayLink::of).flatMap(PayLink::plan)
                .flatMap(plan -> orders.ofPlan(merchant, plan, order.payment()));
    }

    private Map<String, String> fields(Merchant merchant, OpenOrder order, Optional<String> plan) {
        var fields = new LinkedHashMap<String, String>();
        var price = order.amount().currency().getCurrencyCode() + ":" + order.amount().major().toPlainString();
        fields.put("prices[0]", price);
        plan.ifPresentOrElse(id -> {
            fields.put("product_id", id);
            fields.put("recurring_prices[0]", price);
        }, () -> {
            fields.put("title", order.description());
            fields.put("webhook_url", installation.baseUrl() + "/api/webhooks/" + PaddleGateway.NAME + "/"
                    + merchant.tenant().slug());
        });
        fields.put("quantity", "1");
        fields.put("quantity_variable", "0");
        fields.put("customer_email", order.payer().email());
        order.returns().returnUrl().ifPresent(url -> fields.put("return_url", url));
        fields.put("passthrough", plan.map(OurIds.of(merchant, order)::asPlan).orElse(OurIds.of(merchant, order))
                .sealed(orders.seal()).toString());
        return fields;
    }
}
