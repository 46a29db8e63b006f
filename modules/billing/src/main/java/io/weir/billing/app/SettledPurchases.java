package io.weir.billing.app;

import io.weir.billing.domain.CreditPurpose;
import io.weir.billing.domain.PurchaseKind;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentSettled;
import io.weir.platform.api.Together;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Starts what was paid for and issues its invoice, in the transaction that settles the payment: all three or none. */
@ApplicationScoped
public class SettledPurchases {
    private Subscriptions subscriptions;
    private Extensions extensions;
    private CreditPurchases credits;
    private RenewedPurchases renewed;
    private CreditWords words;
    private Invoicing invoicing;

    protected SettledPurchases() {
    }

    @Inject
    public SettledPurchases(Subscriptions subscriptions, Extensions extensions, CreditPurchases credits,
                            RenewedPurchases renewed, CreditWords words, Invoicing invoicing) {
        this.subscriptions = subscriptions;
        this.extensions = extensions;
        this.credits = credits;
        this.renewed = renewed;
        this.words = words;
        this.invoicing = invoicing;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void on(@Observes @Together PaymentSettled settled) {
        var item = start(settled.tenant(), settled.payment());
        invoicing.issue(settled.tenant(), settled.payment(), item);
    }

    /** Answers the name of what was started. The payment is the cause, so a second time starts nothing. */
    private String start(TenantId tenant, Payment payment) {
        var kind = PurchaseKind.of(payment.purpose());
        var cause = payment.id().toString();
        return switch (kind) {
            case SUBSCRIPTION -> subscriptions.activate(tenant, payment.account(), item(payment), cause).plan().name();
            case RENEWAL -> renewed.start(tenant, payment);
            case EXTENSION -> extensions.activate(tenant, payment.account(), item(payment), cause)
                    .extensionPackageName();
            case CREDITS -> words.of(tenant, credits.activate(tenant, payment.account(),
                    CreditPurpose.read(payment.purpose()), payment.amount(), cause));
        };
    }

    private static UUID item(Payment payment) {
        return UUID.fromString(payment.purpose().item());
    }
}
