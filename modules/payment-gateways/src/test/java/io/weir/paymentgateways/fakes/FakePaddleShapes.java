package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Paddle Billing's things as JSON, with all members that Paddle's own libraries read. */
final class FakePaddleShapes {
    /** Percent, for prices without tax in them. */
    private static final long TAX = 10;

    private FakePaddleShapes() {
    }

    static ObjectNode price(String id, ObjectNode wanted, Instant at) {
        var price = stamped(id, at).put("type", "custom").put("status", "active");
        price.put("description", wanted.path("description").asText());
        price.set("name", wanted.path("name"));
        price.put("product_id", wanted.path("product_id").asText("pro_" + id.substring(4)));
        price.put("tax_mode", wanted.path("tax_mode").asText("account_setting"));
        price.set("unit_price", wanted.path("unit_price"));
        price.set("billing_cycle", wanted.path("billing_cycle").isObject() ? wanted.path("billing_cycle")
                : JsonNodeFactory.instance.nullNode());
        price.putNull("trial_period").putNull("custom_data").putNull("import_meta");
        price.putArray("unit_price_overrides");
        price.putObject("quantity").put("minimum", 1).put("maximum", 1);
        return price;
    }

    static ObjectNode customer(String id, ObjectNode sent, Instant at) {
        var customer = stamped(id, at).put("status", "active").put("email", sent.path("email").asText())
                .put("locale", "en").put("marketing_consent", false);
        customer.set("name", sent.path("name"));
        customer.set("custom_data", sent.path("custom_data"));
        return customer.putNull("import_meta");
    }

    static ObjectNode portal(String id, String customer, String url, Instant at) {
        var portal = stamped(id, at).put("customer_id", customer);
        var urls = portal.putObject("urls");
        urls.putObject("general").put("overview", url + "/portal/" + customer + "?token=" + id);
        urls.putArray("subscriptions");
        return portal;
    }

    static ObjectNode card(String id, String customer, String last4, Instant at) {
        var method = stamped(id, at).put("customer_id", customer).put("address_id", "add_fake").put("type", "card")
                .put("origin", "subscription").put("saved_at", at.toString()).putNull("paypal")
                .putNull("south_korea_local_card").putNull("underlying_details");
        method.putObject("card").put("type", "visa").put("last4", last4).put("expiry_month", 7)
                .put("expiry_year", 2031).put("cardholder_name", "A N");
        return method;
    }

    static ObjectNode transaction(String id, ObjectNode sent, Function<ObjectNode, ObjectNode> prices, Instant at) {
        var transaction = emptyTransaction(id, "api", at);
        transaction.set("customer_id", sent.has("customer_id") ? sent.path("customer_id")
                : JsonNodeFactory.instance.nullNode());
        transaction.set("custom_data", sent.path("custom_data"));
        var page = sent.at("/checkout/url").asText("https://shop.example.test/pay");
        transaction.putObject("checkout").put("url", page + (page.contains("?") ? "&" : "?") + "_ptxn=" + id);
        filled(transaction, prices.apply((ObjectNode) sent.at("/items/0")));
        transaction.put("status", transaction.path("customer_id").isNull() ? "draft" : "ready");
        return transaction;
    }

    static ObjectNode charge(String id, ObjectNode subscription, String origin, Instant at) {
        var transaction = emptyTransaction(id, origin, at);
        transaction.set("customer_id", subscription.path("customer_id"));
        transaction.set("custom_data", subscription.path("custom_data").deepCopy());
        transaction.set("subscription_id", subscription.path("id"));
        transaction.set("billing_period", subscription.path("current_billing_period").deepCopy());
        transaction.putNull("checkout");
        return filled(transaction, (ObjectNode) subscription.at("/items/0/price")).put("status", "billed");
    }

    static void attempt(ObjectNode transaction, String status, String error, Instant at) {
        var attempt = JsonNodeFactory.instance.objectNode().put("payment_attempt_id", "attempt-" + at)
                .put("stored_payment_method_id", "stored").put("payment_method_id", "paymtd_fake")
                .put("amount", transaction.at("/details/totals/grand_total").asText()).put("status", status)
                .put("error_code", error).put("created_at", at.toString());
        attempt.put("captured_at", error == null ? at.toString() : null);
        attempt.putObject("method_details").put("type", "card").putObject("card").put("type", "visa")
                .put("last4", "4242").put("expiry_month", 7).put("expiry_year", 2031).put("cardholder_name", "A N");
        transaction.withArray("/payments").insert(0, attempt);
    }

    static ObjectNode subscription(String id, ObjectNode paid, Instant at) {
        var subscription = stamped(id, at).put("status", "active").put("address_id", "add_fake")
                .put("collection_mode", "automatic").put("started_at", at.toString())
                .put("first_billed_at", at.toString());
        for (var absent : new String[] {"business_id", "paused_at", "canceled_at", "discount", "billing_details",
            "scheduled_change", "import_meta"}) {
            subscription.putNull(absent);
        }
        subscription.set("transaction_id", paid.path("id"));
        subscription.set("customer_id", paid.path("customer_id"));
        subscription.set("custom_data", paid.path("custom_data").deepCopy());
        subscription.set("currency_code", paid.path("currency_code"));
        subscription.set("billing_cycle", paid.at("/items/0/price/billing_cycle"));
        subscription.putObject("management_urls").put("update_payment_method", "https://u.test")
                .put("cancel", "https://c.test");
        item(subscription, (ObjectNode) paid.at("/items/0/price"), at);
        var next = at.atZone(ZoneOffset.UTC);
        period(subscription, at, (paid.at("/items/0/price/billing_cycle/interval").asText().equals("year")
                ? next.plusYears(1) : next.plusMonths(1)).toInstant());
        return subscription;
    }

    static void period(ObjectNode subscription, Instant from, Instant until) {
        subscription.putObject("current_billing_period").put("starts_at", from.toString())
                .put("ends_at", until.toString());
        subscription.put("next_billed_at", until.toString());
    }

    static void replaceItems(ObjectNode subscription, ObjectNode sent, Function<ObjectNode, ObjectNode> prices,
            Instant at) {
        subscription.remove("items");
        item(subscription, prices.apply((ObjectNode) sent.at("/items/0")), at);
    }

    static ObjectNode adjustment(String id, ObjectNode sent, ObjectNode transaction, Instant at) {
        var adjustment = stamped(id, at).put("status", "pending_approval").put("credit_applied_to_balance", false);
        for (var same : new String[] {"action", "transaction_id", "reason"}) {
            adjustment.set(same, sent.path(same));
        }
        adjustment.put("type", sent.path("type").asText("partial"));
        adjustment.set("subscription_id", transaction.path("subscription_id"));
        adjustment.set("customer_id", transaction.path("customer_id"));
        adjustment.set("currency_code", transaction.path("currency_code"));
        long total = 0;
        var items = adjustment.putArray("items");
        for (var line : sent.path("type").asText().equals("full") ? fullLines(transaction) : sent.path("items")) {
            total += line.path("amount").asLong();
            ObjectNode item = line.deepCopy();
            items.add(item);
            item.put("id", "adjitm_" + id).putNull("proration")
                    .set("totals", totals(line.path("amount").asLong(), 0));
        }
        adjustment.set("totals", totals(total, 0).put("fee", "0").put("earnings", "0").put("retained_fee", "0")
                .put("currency_code", transaction.path("currency_code").asText()));
        return adjustment.putNull("payout_totals");
    }

    private static JsonNode fullLines(ObjectNode transaction) {
        var lines = JsonNodeFactory.instance.arrayNode();
        transaction.at("/details/line_items").forEach(line -> lines.addObject().put("type", "full")
                .put("item_id", line.path("id").asText()).put("amount", line.at("/totals/total").asText()));
        return lines;
    }

    private static ObjectNode emptyTransaction(String id, String origin, Instant at) {
        var transaction = stamped(id, at).put("origin", origin).put("collection_mode", "automatic")
                .put("address_id", "add_fake");
        for (var absent : new String[] {"subscription_id", "business_id", "invoice_id", "invoice_number", "discount_id",
            "billing_details", "billing_period", "billed_at", "revised_at"}) {
            transaction.putNull(absent);
        }
        transaction.putArray("payments");
        return transaction;
    }

    private static ObjectNode filled(ObjectNode transaction, ObjectNode price) {
        long subtotal = price.at("/unit_price/amount").asLong();
        long tax = price.path("tax_mode").asText().equals("external") ? subtotal * TAX / 100 : 0;
        transaction.set("currency_code", price.at("/unit_price/currency_code"));
        transaction.putArray("items").addObject().put("quantity", 1).putNull("proration")
                .set("price", price.deepCopy());
        var details = transaction.putObject("details");
        details.putArray("tax_rates_used");
        details.set("totals", totals(subtotal, tax).put("credit", "0").put("credit_to_balance", "0").put("balance", "0")
                .put("grand_total", Long.toString(subtotal + tax)).put("grand_total_tax", Long.toString(tax))
                .put("fee", "0").put("earnings", "0")
                .put("currency_code", price.at("/unit_price/currency_code").asText()));
        details.putNull("adjusted_totals").putNull("payout_totals").putNull("adjusted_payout_totals");
        var line = details.putArray("line_items").addObject().put("quantity", 1).put("tax_rate", "0")
                .put("id", "txnitm_" + transaction.path("id").asText().substring(4)).putNull("proration")
                .put("price_id", price.path("id").asText());
        line.set("totals", totals(subtotal, tax));
        line.set("unit_totals", totals(subtotal, tax));
        line.set("product", product(price));
        return transaction;
    }

    private static void item(ObjectNode subscription, ObjectNode price, Instant at) {
        var item = subscription.putArray("items").addObject().put("status", "active").put("quantity", 1)
                .put("recurring", true).put("created_at", at.toString()).put("updated_at", at.toString())
                .put("previously_billed_at", at.toString()).putNull("next_billed_at").putNull("trial_dates");
        item.set("price", price.deepCopy());
        item.set("product", product(price));
    }

    private static ObjectNode product(ObjectNode price) {
        var product = JsonNodeFactory.instance.objectNode().put("name", price.path("description").asText())
                .put("type", "custom").put("tax_category", "standard").put("status", "active")
                .putNull("description").putNull("image_url").putNull("custom_data").putNull("import_meta");
        return product.put("id", price.path("product_id").asText())
                .put("created_at", price.path("created_at").asText())
                .put("updated_at", price.path("updated_at").asText());
    }

    private static ObjectNode totals(long subtotal, long tax) {
        return JsonNodeFactory.instance.objectNode().put("subtotal", Long.toString(subtotal))
                .put("tax", Long.toString(tax)).put("discount", "0").put("total", Long.toString(subtotal + tax));
    }

    private static ObjectNode stamped(String id, Instant at) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("created_at", at.toString())
                .put("updated_at", at.toString());
    }
}
