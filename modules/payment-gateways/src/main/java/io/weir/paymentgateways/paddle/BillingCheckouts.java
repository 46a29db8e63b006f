package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.OpenedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Checkouts are transactions that nobody has paid yet, opened by Paddle.js on the merchant's page. Paddle takes no
 * idempotency keys: the transactions since the payment was made are looked through for one that carries its id. Where
 * that misses one, there is a second draft, which costs nothing and is never paid by itself; whichever is paid names
 * our payment.
 */
record BillingCheckouts(BillingApi api, BillingPrices prices, IdSeal seal) implements Inquiries {
    private static final String PATH = "/transactions";
    private static final String PAGE_SIZE = "30";
    private static final int PAGES = 4;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(15);
    private static final int TIME_ORDERED = 7;

    Opened open(Merchant merchant, OpenOrder order) {
        var transaction = find(merchant, order.payment(), "draft,ready")
                .orElseGet(() -> read(api.post(merchant, PATH, body(merchant, order))));
        var url = transaction.checkoutUrl().orElseThrow(() -> new GatewayException(
                "Paddle gave no checkout address: a default payment link or " + PaddleSettings.CHECKOUT_URL
                        + " has to be set", null));
        return Opened.of(new Payment.Checkout(Optional.of(url), Optional.empty(), Optional.of(transaction.id()),
                Optional.empty()));
    }

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return known(merchant, order).filter(found -> found.ours().payment().filter(order.payment()::equals)
                .isPresent()).flatMap(BillingCheckouts::standing).stream().toList();
    }

    /** A draft, which nobody has begun to pay, can't be closed at Paddle; what is paid on it waits for a person. */
    @Override
    public void close(Merchant merchant, OpenedOrder order) {
        var open = known(merchant, order).filter(found -> found.status().matches("ready|billed"));
        try {
            open.ifPresent(found -> api.patch(merchant, PATH + "/" + BillingApi.id(found.id()),
                    PaddleJson.object().put("status", "canceled")));
        } catch (PaddleRefusal refusal) {
            // Paid, or cancelled, since we looked.
            if (!refusal.code().equals("transaction_invalid_status_change")) {
                throw refusal;
            }
        }
    }

    private Optional<BillingTransaction> known(Merchant merchant, OpenedOrder order) {
        var id = order.linkId().or(order::gatewayReference);
        return id.isPresent() ? get(merchant, id.get())
                : find(merchant, order.payment(), "draft,ready,billed,paid,completed,canceled");
    }

    private Optional<BillingTransaction> get(Merchant merchant, String id) {
        try {
            return Optional.of(read(api.get(merchant, PATH + "/" + BillingApi.id(id))));
        } catch (PaddleRefusal refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Only ours: with a merchant's public token, anybody can make transactions that carry anything. */
    private Optional<BillingTransaction> find(Merchant merchant, PaymentId payment, String statuses) {
        var query = new TreeMap<String, String>();
        query.put("origin", "api");
        query.put("status", statuses);
        query.put("order_by", "created_at[ASC]");
        query.put("per_page", PAGE_SIZE);
        madeAt(payment.value()).ifPresent(at -> query.put("created_at[GTE]", at.minus(CLOCKS_APART).toString()));
        return api.list(merchant, PATH, query, PAGES).stream().map(this::read)
                .filter(found -> found.ours().payment().filter(payment::equals).isPresent()).findFirst();
    }

    private ObjectNode body(Merchant merchant, OpenOrder order) {
        var body = PaddleJson.object();
        body.putArray("items").add(prices.item(merchant, order.description(), order.amount(), order.recurring()));
        body.put("currency_code", order.amount().currency().getCurrencyCode());
        body.put("collection_mode", "automatic");
        order.payer().customer().filter(BillingApi::isId).ifPresent(id -> body.put("customer_id", id));
        body.set("custom_data", OurIds.of(merchant, order).sealed(seal));
        merchant.setting(PaddleSettings.CHECKOUT_URL)
                .ifPresent(page -> body.putObject("checkout").put("url", page.trim()));
        return body;
    }

    private BillingTransaction read(JsonNode json) {
        return new BillingTransaction(json, seal);
    }

    private static Optional<Fact.OfPayment> standing(BillingTransaction transaction) {
        return switch (transaction.status()) {
            case "completed" -> Optional.of(transaction.paid());
            case "paid" -> Optional.of(Fact.OfPayment.of(transaction.subject(), Fact.Outcome.PROCESSING,
                    "paid, not yet completed"));
            case "canceled" -> Optional.of(Fact.OfPayment.of(transaction.subject(), Fact.Outcome.CANCELLED,
                    "cancelled at Paddle"));
            default -> Optional.empty();
        };
    }

    /** Our ids begin with the time at which they were made, in milliseconds. */
    private static Optional<Instant> madeAt(UUID id) {
        return id.version() == TIME_ORDERED ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}
