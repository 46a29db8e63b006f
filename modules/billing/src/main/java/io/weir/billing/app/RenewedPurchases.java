package io.weir.billing.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.subscriptions.api.Subscriptions.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Money that a gateway took by itself. It is there, so nothing about it is refused: what it can't go on with becomes
 * the account's credit.
 */
@ApplicationScoped
public class RenewedPurchases {
    private Subscriptions subscriptions;
    private AccountAgreements agreements;
    private AccountCredits credits;

    protected RenewedPurchases() {
    }

    @Inject
    public RenewedPurchases(Subscriptions subscriptions, AccountAgreements agreements, AccountCredits credits) {
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.credits = credits;
    }

    /** Answers the name of what goes on; the payment is the cause of both. */
    String start(TenantId tenant, Payment payment) {
        return renew(tenant, payment).map(subscription -> subscription.plan().name()).orElseGet(() -> {
            credits.giveBack(tenant, payment.id(), payment.amount(), creditCause(payment), payment.reference());
            return payment.description();
        });
    }

    private Optional<Subscription> renew(TenantId tenant, Payment payment) {
        var cause = payment.id().toString();
        var origin = agreements.ofRenewal(tenant, payment.id()).map(agreement -> agreement.firstPayment().toString());
        return subscriptions.renew(tenant, payment.account(),
                new Renewal(payment.purpose().item(), origin.orElse(cause), cause));
    }

    /** All of it went back. */
    void takeBack(TenantId tenant, Payment payment) {
        subscriptions.takeBack(tenant, payment.account(), payment.id().toString());
        credits.takeBack(tenant, payment.account(), payment.amount(), creditCause(payment),
                creditCause(payment) + "/refunded");
    }

    private static String creditCause(Payment payment) {
        return "renewal/" + payment.id();
    }
}
