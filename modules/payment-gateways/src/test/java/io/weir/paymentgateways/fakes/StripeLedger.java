package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Customers, their cards, prices, and money that comes and goes. */
final class StripeLedger {
    private final StripeBooks books;
    private final StripeEvents events;

    StripeLedger(StripeBooks books, StripeEvents events) {
        this.books = books;
        this.events = events;
    }

    JsonObject customer(Optional<String> name, Optional<String> email, Map<String, String> metadata) {
        var made = books.make("cus", "customer");
        set(made, "name", name.orElse(null), "email", email.orElse(null), "metadata", metadata, "invoice_settings",
                of("default_payment_method", null));
        return made;
    }

    JsonObject updateCustomer(String id, StripeForm form) {
        var customer = books.get("customer", id);
        for (var name : new String[] {"name", "email"}) {
            form.text(name).ifPresent(value -> customer.addProperty(name, value));
        }
        form.text("invoice_settings[default_payment_method]").ifPresent(method ->
                set(customer, "invoice_settings", of("default_payment_method", method)));
        StripeForm.merge(customer.getAsJsonObject("metadata"), form.metadata("metadata"));
        return customer;
    }

    JsonObject card(String customer, String brand, String last4) {
        var card = books.make("pm", "payment_method");
        set(card, "customer", customer, "metadata", Map.of(), "type", "card", "card", of("brand", brand, "last4", last4,
                "exp_month", 12, "exp_year", 2031, "country", "VN", "funding", "credit"));
        return card;
    }

    Stream<JsonObject> cards(String customer) {
        books.get("customer", customer);
        return books.all("payment_method").filter(card -> text(card, "customer").equals(customer));
    }

    JsonObject detach(String id) {
        var card = books.get("payment_method", id);
        if (text(card, "customer").isEmpty()) {
            throw StripeRefusal.invalid("The payment method you provided is not attached to a customer.");
        }
        set(card, "customer", null);
        return card;
    }

    /** The price that is named there, or is made of what is said there. */
    JsonObject price(StripeForm form, String at) {
        var named = form.text(at + "[price]");
        return named.isPresent() ? books.get("price", named.get()) : createPrice(form, at + "[price_data]");
    }

    /** {@code at}: what the members' names begin with; nothing where they stand by themselves. */
    JsonObject createPrice(StripeForm form, String at) {
        var product = form.text(name(at, "product")).orElseGet(() -> {
            form.required(name(at, "product_data") + "[name]");
            return books.id("prod");
        });
        return price(product, form.required(name(at, "currency")), form.whole(name(at, "unit_amount")).orElseThrow(),
                form.text(name(at, "recurring") + "[interval]"),
                form.whole(name(at, "recurring") + "[interval_count]").orElse(1L), form.metadata(name(at, "metadata")));
    }

    JsonObject price(String product, String currency, long amount, Optional<String> interval, long count,
            Map<String, String> metadata) {
        var price = books.make("price", "price");
        set(price, "active", true, "billing_scheme", "per_unit", "currency", currency, "metadata", metadata,
                "product", product, "type", interval.isPresent() ? "recurring" : "one_time", "unit_amount", amount,
                "unit_amount_decimal", Long.toString(amount), "recurring", interval.map(each -> of("interval", each,
                        "interval_count", count, "usage_type", "licensed")).orElse(null));
        return price;
    }

    JsonObject intent(long amount, String currency, String customer, Map<String, String> metadata) {
        var intent = books.make("pi", "payment_intent");
        set(intent, "amount", amount, "amount_received", 0, "currency", currency, "customer", customer, "description",
                null, "latest_charge", null, "metadata", metadata, "status", "requires_payment_method");
        return intent;
    }

    /** The money of an intent comes. */
    void charge(JsonObject intent) {
        var charge = books.make("ch", "charge");
        var amount = whole(intent, "amount");
        set(charge, "amount", amount, "amount_refunded", 0, "captured", true, "currency", text(intent, "currency"),
                "customer", text(intent, "customer"), "metadata", intent.get("metadata").deepCopy(), "paid", true,
                "payment_intent", text(intent, "id"), "refunded", false, "status", "succeeded");
        set(intent, "amount_received", amount, "latest_charge", text(charge, "id"), "status", "succeeded");
    }

    JsonObject refund(StripeForm form, String status) {
        var charge = form.text("charge").map(id -> books.get("charge", id)).orElseGet(() -> books.get("charge",
                text(books.get("payment_intent", form.required("payment_intent")), "latest_charge")));
        var left = whole(charge, "amount") - whole(charge, "amount_refunded");
        if (left == 0) {
            throw StripeRefusal.of(400, "invalid_request_error", "charge_already_refunded",
                    "Charge " + text(charge, "id") + " has already been refunded.");
        }
        var amount = form.whole("amount").orElse(left);
        if (amount > left) {
            throw StripeRefusal.invalid("Refund amount (" + amount + ") is greater than unrefunded amount on charge ("
                    + left + ")");
        }
        set(charge, "amount_refunded", whole(charge, "amount_refunded") + amount, "refunded", amount == left);
        var refund = books.make("re", "refund");
        refund.remove("livemode");
        set(refund, "amount", amount, "charge", text(charge, "id"), "currency", text(charge, "currency"), "metadata",
                form.metadata("metadata"), "payment_intent", text(charge, "payment_intent"), "reason",
                form.text("reason").orElse(null), "status", status);
        events.happened("charge.refunded", charge);
        events.happened("refund.created", refund);
        return refund;
    }

    void settleRefund(String id, String status) {
        var refund = books.get("refund", id);
        set(refund, "status", status);
        if (status.equals("failed")) {
            set(refund, "failure_reason", "lost_or_stolen_card");
        }
        events.happened(status.equals("failed") ? "refund.failed" : "refund.updated", refund);
    }

    private static String name(String at, String member) {
        return at.isEmpty() ? member : at + "[" + member + "]";
    }
}
