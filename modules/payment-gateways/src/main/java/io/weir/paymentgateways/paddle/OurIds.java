package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our names, which travel with everything that Paddle makes for us: as {@code custom_data} in Billing, as {@code
 * passthrough} in Classic. Paddle hands them on from a transaction to its subscription, and from that to each renewal.
 * What is not under our seal is not ours, and read as if there were nothing.
 */
record OurIds(SortedMap<String, String> ids) {
    private static final String PAYMENT = "payment_id";
    private static final String ORDER = "order_code";
    private static final String ACCOUNT = "account_id";
    private static final String TENANT = "tenant_id";
    private static final String PRODUCT = "plan_code";
    private static final String PRODUCT_BEFORE = "plan_code_before";
    private static final String PRODUCT_SINCE = "plan_code_since";
    /** Classic's plan that the product was bought as: Classic changes plans and keeps the passthrough. */
    private static final String PLAN = "plan_id";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String CHANGE = "change_key";
    private static final String SEAL = "seal";
    private static final List<String> SEALED = List.of(PAYMENT, ORDER, ACCOUNT, TENANT, PRODUCT, PRODUCT_BEFORE,
            PRODUCT_SINCE, PLAN, AMOUNT, CURRENCY, CHANGE);

    static OurIds of(Merchant merchant, OpenOrder order) {
        var ids = new TreeMap<String, String>();
        ids.put(PAYMENT, order.payment().toString());
        ids.put(ORDER, Long.toString(order.orderCode()));
        ids.put(ACCOUNT, order.payer().account().toString());
        ids.put(TENANT, merchant.tenant().slug());
        order.recurring().map(Recurring::product).ifPresent(product -> ids.put(PRODUCT, product));
        return new OurIds(ids).asking(order.amount());
    }

    static OurIds read(JsonNode json, IdSeal seal) {
        var ids = new TreeMap<String, String>();
        SEALED.forEach(name -> PaddleJson.text(json, "/" + name).ifPresent(value -> ids.put(name, value)));
        return new OurIds(seal.isOn(ids, json.path(SEAL).asText()) ? ids : new TreeMap<>());
    }

    /** Of a customer, which no browser makes. */
    static ObjectNode ofCustomer(Merchant merchant, String account) {
        return PaddleJson.object().put(ACCOUNT, account).put(TENANT, merchant.tenant().slug());
    }

    static Optional<String> account(JsonNode ofCustomer) {
        return PaddleJson.text(ofCustomer, "/" + ACCOUNT);
    }

    ObjectNode sealed(IdSeal seal) {
        var json = PaddleJson.object();
        ids.forEach(json::put);
        return json.put(SEAL, seal.of(ids));
    }

    /** The same for another product from then on. Renewals go by the new amount. */
    OurIds changedTo(Agreements.Change change, Optional<Instant> since) {
        var changed = new TreeMap<>(ids);
        changed.remove(PRODUCT_BEFORE);
        changed.remove(PRODUCT_SINCE);
        since.ifPresent(at -> {
            product(Optional.empty()).ifPresent(old -> changed.put(PRODUCT_BEFORE, old));
            changed.put(PRODUCT_SINCE, at.toString());
        });
        changed.put(PRODUCT, change.recurring().product());
        changed.put(CHANGE, change.key());
        return new OurIds(changed).asking(change.price());
    }

    OurIds asPlan(String plan) {
        var more = new TreeMap<>(ids);
        more.put(PLAN, plan);
        return new OurIds(more);
    }

    OurIds ofTenant(Merchant merchant) {
        var more = new TreeMap<>(ids);
        more.put(TENANT, merchant.tenant().slug());
        return new OurIds(more);
    }

    static OurIds none() {
        return new OurIds(new TreeMap<>());
    }

    boolean isNobodys() {
        return ids.isEmpty();
    }

    Optional<PaymentId> payment() {
        return get(PAYMENT).flatMap(OurIds::id);
    }

    OptionalLong orderCode() {
        return get(ORDER).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Whether this is what we asked for. */
    boolean isAsked(Money amount) {
        return get(AMOUNT).filter(Long.toString(amount.minor())::equals).isPresent()
                && get(CURRENCY).filter(amount.currency().getCurrencyCode()::equals).isPresent();
    }

    boolean isChangedBy(String key) {
        return get(CHANGE).filter(key::equals).isPresent();
    }

    /** Also where either does not say. */
    boolean isOfPlan(Optional<String> plan) {
        var bought = get(PLAN);
        return bought.isEmpty() || plan.isEmpty() || bought.equals(plan);
    }

    /** @param periodStart of the period that is spoken of; one that began before a change is for what was before it */
    Optional<String> product(Optional<Instant> periodStart) {
        var since = get(PRODUCT_SINCE).flatMap(OurIds::time);
        var isBefore = since.isPresent() && periodStart.filter(start -> start.isBefore(since.get())).isPresent();
        return get(isBefore ? PRODUCT_BEFORE : PRODUCT);
    }

    private OurIds asking(Money amount) {
        var more = new TreeMap<>(ids);
        more.put(AMOUNT, Long.toString(amount.minor()));
        more.put(CURRENCY, amount.currency().getCurrencyCode());
        return new OurIds(more);
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(ids.get(name));
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
