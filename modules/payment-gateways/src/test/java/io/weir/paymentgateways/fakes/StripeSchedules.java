package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;
import static io.weir.paymentgateways.fakes.StripeBooks.text;
import static io.weir.paymentgateways.fakes.StripeBooks.whole;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Schedules of two phases: the running period, and what comes after it. */
final class StripeSchedules {
    private static final String KIND = "subscription_schedule";
    private final StripeBooks books;
    private final StripeSubscriptions subscriptions;
    /** What follows, by the schedule. */
    private final Map<String, StripeForm> following = new HashMap<>();

    StripeSchedules(StripeBooks books, StripeSubscriptions subscriptions) {
        this.books = books;
        this.subscriptions = subscriptions;
    }

    JsonObject schedule(String id) {
        return books.get(KIND, id);
    }

    JsonObject create(StripeForm form) {
        var subscription = subscriptions.subscription(form.required("from_subscription"));
        if (!text(subscription, "schedule").isEmpty()) {
            throw StripeRefusal.invalid("You cannot migrate a subscription that is already attached to a schedule: "
                    + text(subscription, "schedule"));
        }
        var made = books.make("sub_sched", KIND);
        var item = StripeSubscriptions.item(subscription);
        var start = whole(item, "current_period_start");
        var end = whole(item, "current_period_end");
        var phases = new JsonArray();
        phases.add(phase(start, end, text(item.getAsJsonObject("price"), "id"), Map.of()));
        set(made, "current_phase", of("start_date", start, "end_date", end), "customer", text(subscription, "customer"),
                "end_behavior", "release", "metadata", Map.of(), "phases", phases, "released_at", null, "status",
                "active", "subscription", text(subscription, "id"));
        set(subscription, "schedule", text(made, "id"));
        return made;
    }

    JsonObject update(String id, StripeForm form) {
        var changed = active(id);
        var running = changed.getAsJsonObject("current_phase");
        if (form.whole("phases[0][start_date]").orElse(0L) != whole(running, "start_date")) {
            throw StripeRefusal.invalid("You can not modify the start date of the current phase.");
        }
        form.required("phases[1][duration][interval]");
        books.get("price", form.required("phases[1][items][0][price]"));
        var phases = new JsonArray();
        phases.add(phase(whole(running, "start_date"), form.whole("phases[0][end_date]").orElseThrow(),
                form.required("phases[0][items][0][price]"), form.metadata("phases[0][metadata]")));
        phases.add(phase(whole(running, "end_date"), null, form.required("phases[1][items][0][price]"),
                form.metadata("phases[1][metadata]")));
        set(changed, "phases", phases, "end_behavior", form.text("end_behavior").orElse("release"));
        following.put(id, form);
        return changed;
    }

    JsonObject release(String id) {
        var released = active(id);
        set(released, "status", "released", "released_at", books.now(), "current_phase", null);
        set(subscriptions.subscription(text(released, "subscription")), "schedule", null);
        following.remove(id);
        return released;
    }

    /** The next phase comes with the next period. */
    void begin(JsonObject subscription) {
        var id = text(subscription, "schedule");
        var next = following.get(id);
        if (next != null) {
            subscriptions.put(subscription, books.get("price", next.required("phases[1][items][0][price]")));
            StripeForm.merge(subscription.getAsJsonObject("metadata"), next.metadata("phases[1][metadata]"));
            release(id);
        }
    }

    private JsonObject active(String id) {
        var found = schedule(id);
        if (!text(found, "status").equals("active")) {
            throw StripeRefusal.invalid("You cannot change a schedule that is " + text(found, "status") + ".");
        }
        return found;
    }

    private static JsonObject phase(long start, Long end, String price, Map<String, String> metadata) {
        var items = new JsonArray();
        items.add(of("price", price, "quantity", 1));
        return of("start_date", start, "end_date", end, "items", items, "metadata", metadata);
    }
}
