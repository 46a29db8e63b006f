package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.paymentgateways.fakes.FakePaddle.FakeRefusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fake remembers, and the rules of Paddle by which it changes. Each change is an event. */
public final class FakePaddleBooks {
    private final Map<String, ObjectNode> things = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> methods = new LinkedHashMap<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private final Clock clock;
    private int count;
    private boolean declines;

    FakePaddleBooks(Clock clock) {
        this.clock = clock;
    }

    public synchronized List<ObjectNode> events() {
        return List.copyOf(events);
    }

    public synchronized ObjectNode get(String id) {
        var found = things.get(id);
        if (found == null) {
            throw new FakeRefusal(404, "entity_not_found", "unable to find " + id);
        }
        return found;
    }

    public synchronized List<ObjectNode> all(String prefix) {
        return things.values().stream().filter(thing -> thing.path("id").asText().startsWith(prefix + "_")).toList();
    }

    /** A price of the catalogue. {@code taxMode}: {@code external} has 10 % put on top. */
    public synchronized String addPrice(String amount, String currency, String interval, String taxMode) {
        var wanted = JsonNodeFactory.instance.objectNode().put("description", "catalogue").put("tax_mode", taxMode)
                .put("product_id", "pro_catalogue");
        wanted.putObject("unit_price").put("amount", amount).put("currency_code", currency);
        wanted.putObject("billing_cycle").put("interval", interval).put("frequency", 1);
        return put(FakePaddleShapes.price(next("pri"), wanted, now())).path("id").asText();
    }

    public synchronized void addCard(String customer, String last4) {
        methods.computeIfAbsent(customer, id -> new ArrayList<>())
                .add(FakePaddleShapes.card(next("paymtd"), customer, last4, now()));
    }

    /** The payer enters a good card: the transaction is completed, and a subscription begins if it goes on. */
    public synchronized ObjectNode pay(String transaction) {
        var paid = requireOpen(transaction);
        if (paid.path("customer_id").isNull()) {
            paid.put("customer_id", next("ctm"));
        }
        var cycle = paid.at("/items/0/price/billing_cycle");
        if (cycle.isObject() && paid.path("subscription_id").isNull()) {
            var begun = FakePaddleShapes.subscription(next("sub"), paid, now());
            put(begun);
            paid.put("subscription_id", begun.path("id").asText());
            paid.set("billing_period", begun.path("current_billing_period").deepCopy());
            emit("subscription.created", begun);
        }
        return complete(paid);
    }

    /** The payer's card is refused; another may be tried. */
    public synchronized void decline(String transaction) {
        var open = requireOpen(transaction);
        open.put("status", "ready");
        FakePaddleShapes.attempt(open, "error", "declined", now());
        emit("transaction.payment_failed", open);
    }

    /** The next period of a subscription is charged. */
    public synchronized ObjectNode renew(String subscription) {
        var renewed = nextPeriod(subscription);
        emit("subscription.updated", renewed);
        return complete(charge(renewed, "subscription_recurring"));
    }

    public synchronized ObjectNode failRenewal(String subscription) {
        var unpaid = nextPeriod(subscription);
        var charge = charge(unpaid, "subscription_recurring");
        charge.put("status", "past_due");
        FakePaddleShapes.attempt(charge, "error", "declined", now());
        emit("transaction.payment_failed", charge);
        unpaid.put("status", "past_due");
        emit("subscription.past_due", unpaid);
        return charge;
    }

    /** What was scheduled for the period's end happens. */
    public synchronized void endPeriod(String subscription) {
        var ending = get(subscription);
        ending.put("status", ending.at("/scheduled_change/action").asText().equals("pause") ? "paused" : "canceled");
        ending.putNull("scheduled_change").putNull("current_billing_period").putNull("next_billed_at");
        emit("subscription." + ending.path("status").asText(), ending);
    }

    /** Charges that changes make at once are declined from now on. */
    public synchronized void declineChanges() {
        declines = true;
    }

    /** Paddle decides on a refund: {@code approved} or {@code rejected}. */
    public synchronized void decide(String adjustment, String status) {
        emit("adjustment.updated", get(adjustment).put("status", status));
    }

    synchronized ObjectNode createTransaction(ObjectNode sent) {
        var transaction = FakePaddleShapes.transaction(next("txn"), sent, this::price, now());
        put(transaction);
        emit("transaction.created", transaction);
        return transaction;
    }

    synchronized ObjectNode updateTransaction(String id, ObjectNode sent) {
        var transaction = get(id);
        if (sent.path("status").asText().equals("canceled")) {
            if (!transaction.path("status").asText().matches("ready|billed")) {
                throw new FakeRefusal(400, "transaction_invalid_status_change", "it is " + transaction.path("status"));
            }
            emit("transaction.canceled", transaction.put("status", "canceled"));
        }
        return transaction;
    }

    synchronized ObjectNode createCustomer(ObjectNode sent) {
        all("ctm").stream().filter(known -> known.path("email").equals(sent.path("email"))).findFirst()
                .ifPresent(known -> {
                    throw new FakeRefusal(409, "customer_already_exists",
                            "customer email conflicts with customer of id " + known.path("id").asText());
                });
        return put(FakePaddleShapes.customer(next("ctm"), sent, now()));
    }

    synchronized ObjectNode merge(String id, ObjectNode sent) {
        return get(id).setAll(sent);
    }

    synchronized ObjectNode portal(String customer, String url) {
        get(customer);
        return FakePaddleShapes.portal(next("cpls"), customer, url, now());
    }

    synchronized List<ObjectNode> methods(String customer) {
        return List.copyOf(methods.getOrDefault(customer, List.of()));
    }

    synchronized void removeMethod(String customer, String method) {
        var cards = methods.getOrDefault(customer, new ArrayList<>());
        if (!cards.removeIf(card -> card.path("id").asText().equals(method))) {
            throw new FakeRefusal(404, "entity_not_found", "unable to find " + method);
        }
    }

    synchronized ObjectNode updateSubscription(String id, ObjectNode sent) {
        var subscription = requireAlive(id);
        if (sent.has("items")) {
            change(subscription, sent);
        }
        if (sent.has("scheduled_change")) {
            subscription.putNull("scheduled_change");
        }
        emit("subscription.updated", subscription);
        return subscription;
    }

    synchronized ObjectNode cancel(String id, ObjectNode sent) {
        var subscription = requireAlive(id);
        requireUnscheduled(subscription);
        if (sent.path("effective_from").asText().equals("immediately")) {
            subscription.put("status", "canceled").put("canceled_at", now().toString())
                    .putNull("current_billing_period").putNull("next_billed_at");
            emit("subscription.canceled", subscription);
        } else {
            subscription.putObject("scheduled_change").put("action", "cancel")
                    .put("effective_at", subscription.path("next_billed_at").asText()).putNull("resume_at");
            emit("subscription.updated", subscription);
        }
        return subscription;
    }

    synchronized ObjectNode resume(String id) {
        var subscription = requireAlive(id).put("status", "active");
        FakePaddleShapes.period(subscription, now(), now().atZone(ZoneOffset.UTC).plusMonths(1).toInstant());
        emit("subscription.resumed", subscription);
        return subscription;
    }

    synchronized ObjectNode adjust(ObjectNode sent) {
        var transaction = get(sent.path("transaction_id").asText());
        var earlier = all("adj").stream()
                .filter(known -> known.path("transaction_id").equals(sent.path("transaction_id"))).toList();
        if (earlier.stream().anyMatch(known -> known.path("status").asText().equals("pending_approval"))) {
            throw new FakeRefusal(400, "adjustment_pending_refund_request", "there is a pending refund request");
        }
        if (!transaction.path("status").asText().equals("completed")) {
            throw new FakeRefusal(400, "adjustment_transaction_invalid_status_for_refund", "it is not completed");
        }
        var adjustment = put(FakePaddleShapes.adjustment(next("adj"), sent, transaction, now()));
        emit("adjustment.created", adjustment);
        return adjustment;
    }

    private void change(ObjectNode subscription, ObjectNode sent) {
        requireUnscheduled(subscription);
        if (!sent.has("proration_billing_mode")) {
            throw new FakeRefusal(400, "subscription_items_update_missing_proration_billing_mode", "required");
        }
        var atOnce = sent.path("proration_billing_mode").asText().equals("prorated_immediately");
        if (atOnce && declines) {
            throw new FakeRefusal(400, "subscription_payment_declined", "the payment was declined");
        }
        FakePaddleShapes.replaceItems(subscription, sent, this::price, now());
        subscription.set("custom_data", sent.path("custom_data"));
        if (atOnce) {
            complete(charge(subscription, "subscription_update"));
        }
    }

    private ObjectNode nextPeriod(String id) {
        var subscription = requireAlive(id);
        var end = Instant.parse(subscription.at("/current_billing_period/ends_at").asText());
        FakePaddleShapes.period(subscription, end, end.atZone(ZoneOffset.UTC).plusMonths(1).toInstant());
        return subscription;
    }

    private ObjectNode charge(ObjectNode subscription, String origin) {
        return put(FakePaddleShapes.charge(next("txn"), subscription, origin, now()));
    }

    private ObjectNode complete(ObjectNode transaction) {
        FakePaddleShapes.attempt(transaction, "captured", null, now());
        emit("transaction.paid", transaction.put("status", "paid"));
        transaction.put("status", "completed").put("billed_at", now().toString()).put("invoice_number", "325-" + count);
        emit("transaction.completed", transaction);
        return transaction;
    }

    private ObjectNode requireOpen(String id) {
        var transaction = get(id);
        if (!transaction.path("status").asText().matches("draft|ready")) {
            throw new FakeRefusal(422, "transaction_not_ready_cannot_process_payment", "it is not open");
        }
        return transaction;
    }

    private ObjectNode requireAlive(String id) {
        var subscription = get(id);
        if (subscription.path("status").asText().equals("canceled")) {
            throw new FakeRefusal(400, "subscription_is_canceled_action_invalid", "it has ended");
        }
        return subscription;
    }

    private static void requireUnscheduled(ObjectNode subscription) {
        if (subscription.path("scheduled_change").isObject()) {
            throw new FakeRefusal(400, "subscription_locked_pending_changes", "a change is scheduled");
        }
    }

    private ObjectNode price(ObjectNode item) {
        return item.has("price_id") ? get(item.path("price_id").asText())
                : put(FakePaddleShapes.price(next("pri"), (ObjectNode) item.path("price"), now()));
    }

    private ObjectNode put(ObjectNode thing) {
        things.put(thing.path("id").asText(), thing);
        return thing;
    }

    private void emit(String type, ObjectNode thing) {
        thing.put("updated_at", now().toString());
        var event = JsonNodeFactory.instance.objectNode().put("event_id", next("evt")).put("event_type", type)
                .put("occurred_at", now().toString()).put("notification_id", next("ntf"));
        event.set("data", thing.deepCopy());
        events.add(event);
    }

    private String next(String prefix) {
        return "%s_01fake%020d".formatted(prefix, ++count);
    }

    private Instant now() {
        return clock.instant();
    }
}
