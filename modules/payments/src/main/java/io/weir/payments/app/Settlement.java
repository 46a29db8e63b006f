package io.weir.payments.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits.Kind;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentSettled;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Receipt;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.ReceiptRows;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import io.weir.platform.api.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Decides a payment that the caller holds locked, and tells the others. That the entity's verbs refuse a second
 * decision makes each of these events happen at most once per payment.
 */
@ApplicationScoped
public class Settlement {
    @Inject
    @Together
    Event<PaymentSettled> settled;
    @Inject
    ReceiptRows receipts;
    @Inject
    CreditRows credits;
    @Inject
    Outbox outbox;
    @Inject
    Time time;

    /**
     * Money came for it, in whatever state it is. The same money twice is one receipt. Enough of it completes an open
     * payment; what is beyond that, or came for a payment that was decided, is the account's to spend.
     */
    public Payment receive(TenantId tenant, PaymentEntity locked, Receipt receipt, Told told) {
        var counted = receipts.add(tenant, locked.id(), receipt);
        if (counted.isEmpty()) {
            return locked.toPayment();
        }
        if (!locked.status().isOpen()) {
            credit(tenant, locked, receipt.amount(), "receipt/" + counted.get());
            return locked.toPayment();
        }
        locked.receive(receipt.amount());
        if (!locked.isCovered()) {
            return locked.toPayment();
        }
        if (!locked.surplus().isZero()) {
            credit(tenant, locked, locked.surplus(), "receipt/" + counted.get());
        }
        return complete(tenant, locked, told.money(), told.words());
    }

    /** What whoever had the money said: its name there, for refunds, and words for people. */
    public record Told(Optional<String> money, Optional<String> words) {
    }

    private void credit(TenantId tenant, PaymentEntity payment, Money amount, String cause) {
        var told = payment.toPayment();
        credits.book(tenant, new CreditRows.Booking(told.account(), Kind.OVERPAYMENT, amount, cause,
                Optional.of(told.reference())));
    }

    public Payment complete(TenantId tenant, PaymentEntity locked, Optional<String> gatewayReference,
            Optional<String> words) {
        locked.complete(gatewayReference, words, time.now(tenant));
        var payment = locked.toPayment();
        settled.fire(new PaymentSettled(tenant, payment));
        return payment;
    }

    public Payment reject(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.reject(words);
        return closed(tenant, locked);
    }

    public Payment fail(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.fail(words);
        return closed(tenant, locked);
    }

    public Payment cancel(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.cancel(words);
        return closed(tenant, locked);
    }

    /** What came of a payment that is given up is the account's, as what comes afterwards is. */
    private Payment closed(TenantId tenant, PaymentEntity decided) {
        if (decided.hasMoney()) {
            credit(tenant, decided, decided.toPayment().progress().received(), "payment/" + decided.id() + "/closed");
        }
        outbox.publish(tenant, new PaymentClosed(tenant, decided.id().toString(), decided.status().word()));
        return decided.toPayment();
    }
}
