package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.list;
import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.IntStream;

/** Payment intents that a merchant confirms while the payer is not there. What a card does shows in its digits. */
final class StripeOffSession {
    private static final String KIND = "payment_intent";
    /** By the last four digits of the numbers that Stripe gives out for trying. */
    private static final Map<String, String> DECLINES = Map.of("0341", "generic_decline", "9995", "insufficient_funds",
            "3184", "authentication_required");
    /** A mandate that a bank takes days for. */
    private static final String SLOW = "6789";
    private final StripeBooks books;
    private final StripeLedger ledger;
    private final StripeEvents events;

    StripeOffSession(StripeBooks books, StripeLedger ledger, StripeEvents events) {
        this.books = books;
        this.ledger = ledger;
        this.events = events;
    }

    JsonObject confirm(StripeForm form) {
        for (var flag : new String[] {"off_session", "confirm", "automatic_payment_methods[enabled]"}) {
            if (!form.required(flag).equals("true")) {
                throw StripeRefusal.invalid("Invalid boolean: " + flag);
            }
        }
        form.required("return_url");
        var customer = text(books.get("customer", form.required("customer")), "id");
        var method = books.get("payment_method", form.required("payment_method"));
        if (!text(method, "customer").equals(customer)) {
            throw StripeRefusal.invalid("The PaymentMethod " + text(method, "id")
                    + " does not belong to the Customer you supplied " + customer + ".");
        }
        var intent = ledger.intent(form.whole("amount").orElseThrow(), form.required("currency"), customer,
                form.metadata("metadata"));
        set(intent, "description", form.text("description").orElse(null));
        return confirmed(intent, text(method.getAsJsonObject("card"), "last4"));
    }

    private JsonObject confirmed(JsonObject intent, String last4) {
        if (last4.equals(SLOW)) {
            set(intent, "status", "processing");
            return intent;
        }
        if (DECLINES.containsKey(last4)) {
            throw declined(intent, DECLINES.get(last4));
        }
        ledger.charge(intent);
        events.happened("payment_intent.succeeded", intent);
        return intent;
    }

    private StripeRefusal declined(JsonObject intent, String why) {
        var code = why.equals("authentication_required") ? why : "card_declined";
        var message = "Your card was declined.";
        set(intent, "last_payment_error", of("type", "card_error", "code", code, "decline_code", why,
                "message", message));
        events.happened("payment_intent.payment_failed", intent);
        return StripeRefusal.ofCard(code, why, message);
    }

    /** What the bank says in the end. */
    void settle(String id, boolean withMoney) {
        var intent = books.get(KIND, id);
        if (withMoney) {
            ledger.charge(intent);
        } else {
            set(intent, "status", "requires_payment_method", "last_payment_error", of("type", "card_error", "code",
                    "payment_method_provider_decline", "message", "The bank account has been closed."));
        }
        events.happened(withMoney ? "payment_intent.succeeded" : "payment_intent.payment_failed", intent);
    }

    JsonObject shown(String id) {
        return books.get(KIND, id);
    }

    /** The newest first. */
    JsonObject listed(StripeForm form) {
        var customer = form.required("customer");
        var since = form.whole("created[gte]").orElse(0L);
        var found = books.all(KIND).filter(intent -> text(intent, "customer").equals(customer))
                .filter(intent -> whole(intent, "created") >= since).toList();
        return list("/v1/payment_intents", IntStream.range(0, found.size())
                .mapToObj(i -> found.get(found.size() - 1 - i)));
    }
}
