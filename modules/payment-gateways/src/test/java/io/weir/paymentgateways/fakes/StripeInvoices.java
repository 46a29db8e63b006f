package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.list;
import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What subscriptions are charged. */
final class StripeInvoices {
    private static final long THREE_DAYS = 3 * 24 * 3600;
    private final StripeBooks books;
    private final StripeEvents events;
    private final StripeLedger ledger;

    StripeInvoices(StripeBooks books, StripeEvents events, StripeLedger ledger) {
        this.books = books;
        this.events = events;
        this.ledger = ledger;
    }

    JsonObject make(JsonObject subscription, String reason, long total) {
        var invoice = books.make("in", "invoice");
        var id = text(invoice, "id");
        var due = Math.max(0, total);
        set(invoice, "amount_due", due, "amount_paid", 0, "amount_remaining", due, "attempt_count", 0, "billing_reason",
                reason, "currency", text(subscription, "currency"), "customer", text(subscription, "customer"),
                "lines", list("/v1/invoices/" + id + "/lines", Stream.of(line(id, subscription, total))),
                "metadata", Map.of(), "next_payment_attempt", null, "number", "FAKE-" + id.substring(7),
                "parent", of("type", "subscription_details", "subscription_details", of("subscription",
                        text(subscription, "id"), "metadata", subscription.get("metadata").deepCopy())),
                "status", "open", "status_transitions", of("paid_at", null), "subtotal", total, "total", total);
        set(subscription, "latest_invoice", id);
        return invoice;
    }

    void pay(JsonObject invoice) {
        var due = whole(invoice, "amount_due");
        set(invoice, "amount_paid", due, "amount_remaining", 0, "status", "paid", "next_payment_attempt", null,
                "attempt_count", whole(invoice, "attempt_count") + 1,
                "status_transitions", of("paid_at", books.now()));
        if (due > 0) {
            var intent = ledger.intent(due, text(invoice, "currency"), text(invoice, "customer"), Map.of());
            ledger.charge(intent);
            record(invoice, text(intent, "id"));
            events.happened("payment_intent.succeeded", intent);
        }
        events.happened("invoice.paid", invoice);
    }

    void fail(JsonObject invoice) {
        set(invoice, "attempt_count", whole(invoice, "attempt_count") + 1, "next_payment_attempt",
                books.now() + THREE_DAYS);
        events.happened("invoice.payment_failed", invoice);
    }

    /** As it is asked for: its payments are shown on demand only. */
    JsonObject shown(String id, StripeForm form) {
        var shown = books.get("invoice", id).deepCopy();
        if (form.expands("payments")) {
            set(shown, "payments", list("/v1/invoices/" + id + "/payments",
                    books.all("invoice_payment").filter(part -> text(part, "invoice").equals(id))));
        }
        return shown;
    }

    /** The newest first. */
    JsonObject listed(StripeForm form) {
        var all = books.all("invoice").filter(invoice -> subscription(invoice).equals(form.required("subscription")))
                .filter(invoice -> whole(invoice, "created") >= form.whole("created[gte]").orElse(0L))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(all);
        var after = form.text("starting_after");
        var rest = after.isEmpty() ? all : all.stream().dropWhile(invoice -> !text(invoice, "id").equals(after.get()))
                .skip(1).toList();
        var limit = form.whole("limit").orElse(10L);
        var page = list("/v1/invoices", rest.stream().limit(limit));
        set(page, "has_more", rest.size() > limit);
        return page;
    }

    private static String subscription(JsonObject invoice) {
        return text(invoice.getAsJsonObject("parent").getAsJsonObject("subscription_details"), "subscription");
    }

    private void record(JsonObject invoice, String intent) {
        var due = whole(invoice, "amount_due");
        set(books.make("inpay", "invoice_payment"), "amount_paid", due, "amount_requested", due, "currency",
                text(invoice, "currency"), "invoice", text(invoice, "id"), "is_default", true, "payment",
                of("type", "payment_intent", "payment_intent", intent), "status", "paid");
    }

    private JsonObject line(String invoice, JsonObject subscription, long amount) {
        var item = StripeSubscriptions.item(subscription);
        var price = item.getAsJsonObject("price");
        return of("id", books.id("il"), "object", "line_item", "amount", amount, "currency",
                text(subscription, "currency"), "description", "1 × " + text(price, "product"), "invoice", invoice,
                "livemode", false, "metadata", Map.of(), "quantity", 1,
                "parent", of("type", "subscription_item_details", "subscription_item_details", of("proration", false,
                        "subscription", text(subscription, "id"), "subscription_item", text(item, "id"))),
                "period", of("start", whole(item, "current_period_start"), "end", whole(item, "current_period_end")),
                "pricing", of("type", "price_details", "price_details", of("price", text(price, "id"), "product",
                        text(price, "product"))));
    }
}
