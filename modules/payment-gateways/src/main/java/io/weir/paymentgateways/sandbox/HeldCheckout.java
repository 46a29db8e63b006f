package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Decline;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.OpenOrder;
import java.time.Instant;
import java.util.Optional;

/**
 * A checkout as the sandbox keeps it: opened by us, decided once by whoever visits its page, or closed by us. {@code
 * card}: what is paid with, known since the first step.
 */
record HeldCheckout(TenantId tenant, PaymentId id, long orderCode, AccountId account, Money amount, String name,
        Optional<Recurring> recurring, CheckoutStatus status, Optional<TestCard> card, Optional<String> words,
        Script script, Instant expiresAt) {

    static HeldCheckout of(TenantId tenant, OpenOrder order, Script script, Instant expiresAt) {
        return new HeldCheckout(tenant, order.payment(), order.orderCode(), order.payer().account(), order.amount(),
                order.description(), order.recurring(), CheckoutStatus.OPEN, Optional.empty(), Optional.empty(),
                script, expiresAt);
    }

    /** A charge while nobody is there, which has no page: it is decided at once. */
    static HeldCheckout of(TenantId tenant, ChargeOrder order, Script script, Instant now) {
        return new HeldCheckout(tenant, order.payment(), order.orderCode(), order.payer().account(), order.amount(),
                order.description(), Optional.empty(), CheckoutStatus.OPEN, Optional.empty(), Optional.empty(),
                script, now);
    }

    /** For one that was opened before the sandbox kept books. */
    static HeldCheckout of(TenantId tenant, Payment payment, Instant expiresAt) {
        return new HeldCheckout(tenant, payment.id(), payment.orderCode(), payment.account(), payment.amount(),
                payment.description(), payment.recurring(), CheckoutStatus.OPEN, Optional.empty(), Optional.empty(),
                Script.GOOD, expiresAt);
    }

    /**
     * Refused: {@code PAYMENT_DECIDED} when it is decided or closed, {@code VALIDATION_FAILED} for a script by which
     * no money would come.
     */
    HeldCheckout decide(SandboxOutcome outcome, Script by) {
        if (!status.isOpen()) {
            throw Refusal.conflict("PAYMENT_DECIDED").asException();
        }
        if (amount.minor() + by.amountOff() <= 0) {
            throw Refusal.invalidField("amount_off", "NOT_AN_OPTION").asException();
        }
        return with(outcome.left(), card.or(outcome::card), Optional.of(outcome.words()), by);
    }

    /** What a card does while nobody is there. */
    HeldCheckout charged(TestCard by) {
        return by.declines().map(why -> with(CheckoutStatus.FAILED, Optional.of(by), Optional.of(why.words()), script))
                .orElseGet(() -> with(CheckoutStatus.PAID, Optional.of(by),
                        Optional.of(SandboxOutcome.SUCCEED.words()), script));
    }

    /** Nothing is charged. */
    HeldCheckout charged(Decline why) {
        return with(CheckoutStatus.FAILED, card, Optional.of(why.words()), script);
    }

    /** Nobody can pay it any more. Quiet when it is decided. */
    HeldCheckout close() {
        return status.isOpen() ? with(CheckoutStatus.CANCELLED, card, Optional.of("Sandbox: closed"), script) : this;
    }

    /** What really came, which a script may make more or less than was asked for. */
    Money taken() {
        return new Money(amount.minor() + script.amountOff(), amount.currency());
    }

    /** The name of its money. */
    String charge() {
        return "sbx_ch_" + id;
    }

    /** The name of the agreement that it begins, if what is bought goes on. */
    String agreement() {
        return "sbx_agr_" + id;
    }

    private HeldCheckout with(CheckoutStatus now, Optional<TestCard> paidWith, Optional<String> said, Script by) {
        return new HeldCheckout(tenant, id, orderCode, account, amount, name, recurring, now, paidWith, said, by,
                expiresAt);
    }
}
