package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Our names, which travel with everything that Paddle makes for us: as {@code custom_data} in Billing, as {@code
 * passthrough} in Classic. Paddle hands them on from a transaction to its subscription, and from that to each renewal.
 */
record OurIds(JsonNode json) {
    private static final String PAYMENT = "payment_id";
    private static final String ORDER = "order_code";
    private static final String ACCOUNT = "account_id";
    private static final String TENANT = "tenant_id";
    private static final String PRODUCT = "plan_code";
    private static final String PRODUCT_BEFORE = "plan_code_before";
    private static final String PRODUCT_SINCE = "plan_code_since";
    /** Classic's plan that the product was bought as; Classic changes plans and keeps the passthrough. */
    static final String PLAN = "plan_id";
    private static final String AMOUNT = "amount";
    private static final String CHANGE = "change_key";

    static ObjectNode of(Merchant merchant, OpenOrder order) {
        var ids = PaddleJson.object();
        ids.put(PAYMENT, order.payment().toString());
        ids.put(ORDER, Long.toString(order.orderCode()));
        ids.put(ACCOUNT, order.payer().account().toString());
        ids.put(TENANT, merchant.tenant().slug());
        ids.put(AMOUNT, Long.toString(order.amount().minor()));
        order.recurring().map(Recurring::product).ifPresent(product -> ids.put(PRODUCT, product));
        return ids;
    }

    static ObjectNode ofCustomer(Merchant merchant, String account) {
        return PaddleJson.object().put(ACCOUNT, account).put(TENANT, merchant.tenant().slug());
    }

    static ObjectNode ofPlan(Merchant merchant, Agreements.Change change, String plan) {
        return PaddleJson.object().put(TENANT, merchant.tenant().slug()).put(PRODUCT, change.recurring().product())
                .put(AMOUNT, Long.toString(change.price().minor())).put(PLAN, plan);
    }

    /** The same for another product from then on. Renewals go by the new amount. */
    ObjectNode changedTo(String product, long amount, String key, Optional<Instant> since) {
        var ids = json.isObject() ? (ObjectNode) json.deepCopy() : PaddleJson.object();
        var before = product(Optional.empty());
        ids.remove(PRODUCT_BEFORE);
        ids.remove(PRODUCT_SINCE);
        since.ifPresent(at -> {
            before.ifPresent(old -> ids.put(PRODUCT_BEFORE, old));
            ids.put(PRODUCT_SINCE, at.toString());
        });
        return ids.put(PRODUCT, product).put(AMOUNT, Long.toString(amount)).put(CHANGE, key);
    }

    Optional<PaymentId> payment() {
        return PaddleJson.text(json, "/" + PAYMENT).flatMap(OurIds::id);
    }

    OptionalLong orderCode() {
        return PaddleJson.text(json, "/" + ORDER).filter(code -> code.matches("\\d{1,16}")).map(Long::parseLong)
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    Optional<String> account() {
        return PaddleJson.text(json, "/" + ACCOUNT);
    }

    Optional<String> tenant() {
        return PaddleJson.text(json, "/" + TENANT);
    }

    Optional<String> amount() {
        return PaddleJson.text(json, "/" + AMOUNT);
    }

    boolean isChangedBy(String key) {
        return PaddleJson.text(json, "/" + CHANGE).filter(key::equals).isPresent();
    }

    /** Also where either does not say. */
    boolean isOfPlan(Optional<String> plan) {
        var bought = PaddleJson.text(json, "/" + PLAN);
        return bought.isEmpty() || plan.isEmpty() || bought.equals(plan);
    }

    /** @param periodStart of the period that is spoken of; one that began before a change is for what was before it */
    Optional<String> product(Optional<Instant> periodStart) {
        var since = PaddleJson.text(json, "/" + PRODUCT_SINCE).flatMap(OurIds::time);
        var isBefore = since.isPresent() && periodStart.filter(start -> start.isBefore(since.get())).isPresent();
        return PaddleJson.text(json, "/" + (isBefore ? PRODUCT_BEFORE : PRODUCT));
    }

    private static Optional<PaymentId> id(String text) {
        try {
            return Optional.of(PaymentId.of(text));
        } catch (RefusedException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }
}
