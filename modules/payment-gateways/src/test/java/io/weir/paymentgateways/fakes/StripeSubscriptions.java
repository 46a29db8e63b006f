package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.list;
import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Subscriptions and how they go on from period to period. */
final class StripeSubscriptions {
    private static final String KIND = "subscription";
    private final StripeBooks books;
    private final StripeEvents events;
    private final StripeInvoices invoices;
    private final StripeSchedules schedules;

    StripeSubscriptions(StripeBooks books, StripeEvents events, StripeInvoices invoices) {
        this.books = books;
        this.events = events;
        this.invoices = invoices;
        this.schedules = new StripeSchedules(books, this);
    }

    StripeSchedules schedules() {
        return schedules;
    }

    JsonObject subscription(String id) {
        return books.get(KIND, id);
    }

    JsonObject begin(String customer, JsonObject price, Map<String, String> metadata) {
        var made = books.make("sub", KIND);
        var id = text(made, "id");
        var item = of("id", books.id("si"), "object", "subscription_item", "created", books.now(), "metadata", Map.of(),
                "current_period_start", books.now(), "current_period_end", after(books.now(), price), "price", price,
                "quantity", 1, "subscription", id);
        set(made, "billing_cycle_anchor", books.now(), "cancel_at", null, "cancel_at_period_end", false, "canceled_at",
                null, "currency", text(price, "currency"), "customer", customer, "ended_at", null, "items",
                list("/v1/subscription_items?subscription=" + id, Stream.of(item)), "latest_invoice", null,
                "metadata", metadata, "schedule", null, "start_date", books.now(), "status", "active");
        events.happened("customer.subscription.created", made);
        invoices.pay(invoices.make(made, "subscription_create", whole(price, "unit_amount")));
        return made;
    }

    JsonObject update(String id, StripeForm form, boolean chargesWork) {
        var changed = subscription(id);
        refuseEnded(changed);
        var price = form.text("items[0][price]").map(named -> books.get("price", named));
        if (price.isPresent()) {
            change(changed, price.get(), form, chargesWork);
        }
        StripeForm.merge(changed.getAsJsonObject("metadata"), form.metadata("metadata"));
        form.text("cancel_at_period_end").map(Boolean::valueOf).ifPresent(ending -> end(changed, ending));
        if (form.has("cancel_at") && form.text("cancel_at").isEmpty()) {
            end(changed, false);
        }
        events.happened("customer.subscription.updated", changed);
        return changed;
    }

    JsonObject cancel(String id) {
        var ended = subscription(id);
        refuseEnded(ended);
        set(ended, "status", "canceled", "canceled_at", books.now(), "ended_at", books.now());
        events.happened("customer.subscription.deleted", ended);
        return ended;
    }

    /** The next period comes, with a charge that goes through or not; or the end, where one was asked for. */
    void pass(String id, boolean chargeWorks) {
        var passed = subscription(id);
        refuseEnded(passed);
        if (passed.get("cancel_at_period_end").getAsBoolean()) {
            var end = whole(item(passed), "current_period_end");
            set(passed, "status", "canceled", "ended_at", end);
            events.happened("customer.subscription.deleted", passed);
            return;
        }
        var invoice = next(passed);
        set(passed, "status", chargeWorks ? "active" : "past_due");
        if (chargeWorks) {
            invoices.pay(invoice);
        } else {
            invoices.fail(invoice);
        }
        events.happened("customer.subscription.updated", passed);
    }

    /** The next period comes; its charge is made out and waits for an hour. */
    void turn(String id) {
        var turned = subscription(id);
        set(next(turned), "status", "draft");
        events.happened("customer.subscription.updated", turned);
    }

    private JsonObject next(JsonObject subscription) {
        schedules.begin(subscription);
        var item = item(subscription);
        var start = whole(item, "current_period_end");
        set(item, "current_period_start", start, "current_period_end", after(start, item.getAsJsonObject("price")));
        return invoices.make(subscription, "subscription_cycle", whole(item.getAsJsonObject("price"), "unit_amount"));
    }

    /** What could not be charged, or waited, is charged after all. */
    void recover(String id) {
        var paying = subscription(id);
        invoices.pay(books.get("invoice", text(paying, "latest_invoice")));
        set(paying, "status", "active");
        events.happened("customer.subscription.updated", paying);
    }

    void put(JsonObject subscription, JsonObject price) {
        set(item(subscription), "price", price);
    }

    static JsonObject item(JsonObject subscription) {
        return subscription.getAsJsonObject("items").getAsJsonArray("data").get(0).getAsJsonObject();
    }

    private void change(JsonObject subscription, JsonObject price, StripeForm form, boolean chargesWork) {
        var item = item(subscription);
        if (!text(item, "id").equals(form.required("items[0][id]"))) {
            throw StripeRefusal.missing("subscription item", form.required("items[0][id]"));
        }
        var difference = whole(price, "unit_amount") - whole(item.getAsJsonObject("price"), "unit_amount");
        var insists = form.text("payment_behavior").equals(Optional.of("error_if_incomplete"));
        if (difference > 0 && !chargesWork && insists) {
            throw StripeRefusal.of(402, "card_error", "card_declined", "Your card was declined.");
        }
        put(subscription, price);
        StripeForm.merge(subscription.getAsJsonObject("metadata"), form.metadata("metadata"));
        if (form.text("proration_behavior").equals(Optional.of("always_invoice"))) {
            invoices.pay(invoices.make(subscription, "subscription_update", difference));
        }
    }

    private void end(JsonObject subscription, boolean ending) {
        if (!text(subscription, "schedule").isEmpty()) {
            throw StripeRefusal.invalid("The subscription is managed by the subscription schedule `"
                    + text(subscription, "schedule") + "`, and updating any cancelation behavior directly is not "
                    + "allowed. Please update the schedule instead.");
        }
        var end = whole(item(subscription), "current_period_end");
        set(subscription, "cancel_at_period_end", ending, "cancel_at", ending ? (Long) end : null, "canceled_at",
                ending ? (Long) books.now() : null);
    }

    private static void refuseEnded(JsonObject subscription) {
        if (text(subscription, "status").equals("canceled")) {
            throw StripeRefusal.missing(KIND, text(subscription, "id"));
        }
    }

    private static long after(long start, JsonObject price) {
        var recurring = price.getAsJsonObject("recurring");
        return Instant.ofEpochSecond(start).atZone(ZoneOffset.UTC).plus(whole(recurring, "interval_count"),
                ChronoUnit.valueOf(text(recurring, "interval").toUpperCase(Locale.ROOT) + "S")).toEpochSecond();
    }
}
