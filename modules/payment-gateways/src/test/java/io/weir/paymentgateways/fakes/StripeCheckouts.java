package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checkout sessions, and what a payer does there. */
final class StripeCheckouts {
    private static final long LIFE = 24 * 3600;
    private static final String KIND = "checkout.session";
    private final StripeBooks books;
    private final StripeLedger ledger;
    private final StripeSubscriptions subscriptions;
    private final StripeEvents events;
    /** What was asked for with a session, and is not shown with it. */
    private final Map<String, StripeForm> asked = new HashMap<>();
    private final Map<String, JsonObject> prices = new HashMap<>();

    StripeCheckouts(StripeBooks books, StripeLedger ledger, StripeSubscriptions subscriptions, StripeEvents events) {
        this.books = books;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.events = events;
    }

    JsonObject create(StripeForm form, String pages) {
        var mode = form.required("mode");
        form.text("customer").ifPresent(customer -> books.get("customer", customer));
        var price = mode.equals("setup") ? null : ledger.price(form, "line_items[0]");
        if (mode.equals("subscription") && price.get("recurring").isJsonNull()) {
            throw StripeRefusal.invalid("You must provide at least one recurring price in `subscription` mode.");
        }
        var amount = price == null ? null
                : (Long) (whole(price, "unit_amount") * form.whole("line_items[0][quantity]").orElse(1L));
        var session = books.make("cs_test", KIND);
        var id = text(session, "id");
        set(session, "amount_subtotal", amount, "amount_total", amount, "cancel_url", form.required("cancel_url"),
                "client_reference_id", form.text("client_reference_id").orElse(null),
                "currency", price == null ? form.required("currency") : text(price, "currency"),
                "customer", form.text("customer").orElse(null),
                "customer_email", form.text("customer_email").orElse(null), "expires_at", books.now() + LIFE,
                "invoice", null, "metadata", form.metadata("metadata"), "mode", mode, "payment_intent", null,
                "payment_status", mode.equals("setup") ? "no_payment_required" : "unpaid", "status", "open",
                "subscription", null, "success_url", form.required("success_url"), "url", pages + "/pay/" + id);
        asked.put(id, form);
        if (price != null) {
            prices.put(id, price);
        }
        return session;
    }

    JsonObject session(String id) {
        return books.get(KIND, id);
    }

    /** As it is asked for, with what is to be shown in full. */
    JsonObject shown(String id, StripeForm form) {
        var shown = session(id).deepCopy();
        for (var kind : new String[] {"payment_intent", "subscription"}) {
            if (form.expands(kind) && !text(shown, kind).isEmpty()) {
                shown.add(kind, books.get(kind, text(shown, kind)));
            }
        }
        return shown;
    }

    JsonObject expire(String id) {
        var session = open(id);
        set(session, "status", "expired", "url", null);
        events.happened(KIND + ".expired", session);
        return session;
    }

    void pay(String id) {
        var session = open(id);
        if (text(session, "mode").equals("setup")) {
            ledger.card(text(session, "customer"), "visa", "4242");
            complete(session, "no_payment_required");
            return;
        }
        customer(session);
        if (text(session, "mode").equals("subscription")) {
            var begun = subscriptions.begin(text(session, "customer"), prices.get(id),
                    asked.get(id).metadata("subscription_data[metadata]"));
            set(session, "subscription", text(begun, "id"), "invoice", text(begun, "latest_invoice"));
        } else {
            succeed(intent(session, "requires_payment_method"));
            if (asked.get(id).text("payment_intent_data[setup_future_usage]").isPresent()) {
                ledger.card(text(session, "customer"), "visa", "4242");
            }
        }
        complete(session, "paid");
    }

    /** By a way that takes days, such as a direct debit. */
    void payLater(String id) {
        var session = open(id);
        customer(session);
        intent(session, "processing");
        complete(session, "unpaid");
    }

    void settle(String id, boolean withMoney) {
        var session = session(id);
        var intent = books.get("payment_intent", text(session, "payment_intent"));
        if (withMoney) {
            succeed(intent);
            set(session, "payment_status", "paid");
        } else {
            set(intent, "status", "requires_payment_method", "last_payment_error",
                    of("type", "card_error", "message", "The bank account has been closed."));
            events.happened("payment_intent.payment_failed", intent);
        }
        events.happened(KIND + (withMoney ? ".async_payment_succeeded" : ".async_payment_failed"), session);
    }

    /** The page stays open: another card may do. */
    void decline(String id, String code) {
        var session = open(id);
        var intent = intent(session, "requires_payment_method");
        set(intent, "last_payment_error", of("type", "card_error", "code", "card_declined", "decline_code", code,
                "message", "Your card was declined."));
        set(session, "payment_intent", null);
        events.happened("payment_intent.payment_failed", intent);
    }

    private void succeed(JsonObject intent) {
        ledger.charge(intent);
        events.happened("payment_intent.succeeded", intent);
    }

    private void complete(JsonObject session, String paid) {
        set(session, "status", "complete", "payment_status", paid, "url", null);
        events.happened(KIND + ".completed", session);
    }

    private JsonObject intent(JsonObject session, String status) {
        var form = asked.get(text(session, "id"));
        var intent = ledger.intent(whole(session, "amount_total"), text(session, "currency"),
                text(session, "customer"), form.metadata("payment_intent_data[metadata]"));
        set(intent, "status", status, "description", form.text("payment_intent_data[description]").orElse(null));
        set(session, "payment_intent", text(intent, "id"));
        return intent;
    }

    private void customer(JsonObject session) {
        if (text(session, "customer").isEmpty()) {
            set(session, "customer", text(ledger.customer(Optional.empty(),
                    Optional.of(text(session, "customer_email")), Map.of()), "id"));
        }
    }

    private JsonObject open(String id) {
        var session = session(id);
        if (!text(session, "status").equals("open")) {
            throw StripeRefusal.invalid("Only Checkout Sessions with a status in [\"open\"] can be expired. "
                    + "This Checkout Session has a status of `" + text(session, "status") + "`.");
        }
        return session;
    }
}
