package io.weir.billing.app;

import io.weir.billing.domain.PurchaseKind;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentRefunded;
import io.weir.platform.api.Messages;
import io.weir.platform.api.Together;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.CreditPurchases.TakenBack;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Share;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** For money that went back: its credit note, and what was bought for it; in the transaction of the refund. */
@ApplicationScoped
public class GivenBack {
    private Subscriptions subscriptions;
    private Extensions extensions;
    private CreditPurchases credits;
    private RenewedPurchases renewed;
    private OpenInvoices openInvoices;
    private CreditNotes creditNotes;
    private Tenants tenants;
    private Messages messages;

    protected GivenBack() {
    }

    @Inject
    public GivenBack(Subscriptions subscriptions, Extensions extensions, CreditPurchases credits,
            RenewedPurchases renewed, OpenInvoices openInvoices, CreditNotes creditNotes, Tenants tenants,
            Messages messages) {
        this.subscriptions = subscriptions;
        this.extensions = extensions;
        this.credits = credits;
        this.renewed = renewed;
        this.openInvoices = openInvoices;
        this.creditNotes = creditNotes;
        this.tenants = tenants;
        this.messages = messages;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void on(@Observes @Together PaymentRefunded refunded) {
        var tenant = refunded.tenant();
        var payment = refunded.payment();
        // The invoice first and its number last, as everywhere: so nobody waits in a circle.
        var invoice = creditNotes.lockedOf(payment.id());
        takeBack(refunded, payment);
        invoice.ifPresent(paid -> creditNotes.refunded(tenant, paid, refunded.amount(),
                refunded.refund().toString()));
    }

    private void takeBack(PaymentRefunded refunded, Payment payment) {
        var tenant = refunded.tenant();
        var cause = payment.id().toString();
        switch (PurchaseKind.of(payment.purpose())) {
            case SUBSCRIPTION -> {
                if (refunded.whole()) {
                    subscriptions.takeBack(tenant, payment.account(), cause);
                }
            }
            case RENEWAL -> {
                if (refunded.whole()) {
                    renewed.takeBack(tenant, payment);
                }
            }
            case INVOICE -> {
                if (refunded.whole()) {
                    openInvoices.takeBack(tenant, payment);
                }
            }
            case EXTENSION -> extensions.takeBack(tenant, payment.account(), cause, back(refunded));
            case CREDITS -> credits.takeBack(tenant, payment.account(), cause, back(refunded));
        }
    }

    private TakenBack back(PaymentRefunded refunded) {
        var language = tenants.byId(refunded.tenant()).locale();
        var note = messages.text(language, "TAKEN_BACK", refunded.payment().reference());
        return new TakenBack(share(refunded.payment(), refunded), "refund/" + refunded.refund(), note);
    }

    private static Share share(Payment payment, PaymentRefunded refunded) {
        long after = payment.progress().refunded().minor();
        return new Share(after - refunded.amount().minor(), after, payment.amount().minor());
    }
}
