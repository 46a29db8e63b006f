package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Subject;
import java.util.Optional;

/**
 * A transaction: one charge, for whatever reason. {@code origin} says which: {@code subscription_recurring} is an
 * agreement's next period, {@code subscription_update} a change of it that was charged at once; {@code api} and {@code
 * web} are checkouts. A checkout's transaction outlives declined cards: the payer may try another one.
 */
record BillingTransaction(JsonNode json, IdSeal seal) {
    String id() {
        return PaddleJson.required(json, "/id");
    }

    String status() {
        return PaddleJson.required(json, "/status");
    }

    OurIds ours() {
        return OurIds.read(json.path("custom_data"), seal);
    }

    Optional<String> checkoutUrl() {
        return PaddleJson.text(json, "/checkout/url");
    }

    Optional<String> subscription() {
        return PaddleJson.text(json, "/subscription_id");
    }

    Money grandTotal() {
        return total("grand_total");
    }

    Money received() {
        return Amounts.received(grandTotal(), total("tax"), ours());
    }

    Fact completed() {
        return switch (origin()) {
            case "subscription_recurring" -> renewed();
            // A change to what costs less takes no money now.
            case "subscription_update" -> received().isZero() ? new Fact.Nothing(claimed()) : renewed();
            // A card that was exchanged, or a charge that we never ask for.
            case "subscription_payment_method_change", "subscription_charge" -> new Fact.Nothing(claimed());
            default -> paid();
        };
    }

    Fact.OfPayment paid() {
        var paid = Fact.OfPayment.paid(subject(), received(), id());
        var isCopied = ours().payment().isPresent() && !ours().isAsked(received());
        return subscription().filter(agreement -> !isCopied).map(this::begun).map(paid::beginning).orElse(paid);
    }

    Fact paymentFailed() {
        var words = PaddleJson.text(json, "/payments/0/error_code").or(() -> Optional.of("payment failed"));
        return switch (origin()) {
            case "subscription_recurring", "subscription_update" -> new Fact.RenewalFailed(claimed(), agreement(),
                    id(), words);
            case "subscription_payment_method_change", "subscription_charge" -> new Fact.Nothing(claimed());
            default -> Fact.OfPayment.of(subject(), Fact.Outcome.PROCESSING, words.get());
        };
    }

    /** What is told of it when it is asked for; nothing of a first charge, which is its payment's. */
    Optional<Fact> charged() {
        return status().equals("completed") ? Optional.of(completed()).filter(Fact.Renewed.class::isInstance)
                : Optional.empty();
    }

    /** Paddle has tried in vain, and may try again. */
    Optional<Fact> missed() {
        return status().equals("past_due") ? Optional.of(paymentFailed()).filter(Fact.RenewalFailed.class::isInstance)
                : Optional.empty();
    }

    /** It is for a period that has begun, and its money is on its way. */
    boolean isAwaited() {
        return origin().equals("subscription_recurring") && status().matches("draft|ready|billed|paid");
    }

    Fact canceled() {
        return subscription().isPresent() ? new Fact.Nothing(claimed())
                : Fact.OfPayment.of(subject(), Fact.Outcome.CANCELLED, "cancelled at Paddle");
    }

    /** Of a checkout's payment; not by its agreement, under which there are others. */
    Subject subject() {
        return new Subject(ours().payment(), ours().orderCode(), Optional.of(id()), Optional.empty());
    }

    Subject claimed() {
        return subscription().map(subject()::under).orElse(subject());
    }

    private Fact renewed() {
        var received = received();
        var subject = isFull(received) ? claimed() : Subject.ofMoney(id()).under(agreement());
        return new Fact.Renewed(subject, agreement(), id(), received, product(isFull(received)));
    }

    private AgreementState begun(String agreement) {
        return new AgreementState(agreement, PaddleJson.text(json, "/customer_id"), AgreementState.Status.ACTIVE,
                false, PaddleJson.instant(json, "/billing_period/ends_at"), product(isFull(received())));
    }

    /** Nobody has a product for another price: our ids may have been copied to a cheaper purchase. */
    private Optional<String> product(boolean isPaidFor) {
        return ours().product(PaddleJson.instant(json, "/billing_period/starts_at")).filter(product -> isPaidFor);
    }

    /** A part of a period, charged for a change, is asked by Paddle's own reckoning. */
    private boolean isFull(Money received) {
        return origin().equals("subscription_update") || ours().isAsked(received);
    }

    private String agreement() {
        return PaddleJson.required(json, "/subscription_id");
    }

    private String origin() {
        return PaddleJson.text(json, "/origin").orElse("");
    }

    private Money total(String which) {
        return Amounts.minor(PaddleJson.required(json, "/details/totals/" + which),
                PaddleJson.required(json, "/currency_code"));
    }
}
