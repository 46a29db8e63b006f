package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentClosed;
import io.weir.platform.api.Afterwards;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.api.SubscriptionResumed;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What is open follows what it was for: an invoice of what does not go on, a coupon of a payment that never comes. */
@ApplicationScoped
@Transactional
public class RenewalsFollow {
    private InvoicedRenewals renewals;
    private Subscriptions subscriptions;
    private Orders orders;
    private Wordings words;
    private DunningSteps dunning;

    protected RenewalsFollow() {
    }

    @Inject
    public RenewalsFollow(InvoicedRenewals renewals, Subscriptions subscriptions, Orders orders, Wordings words,
            DunningSteps dunning) {
        this.renewals = renewals;
        this.subscriptions = subscriptions;
        this.orders = orders;
        this.words = words;
        this.dunning = dunning;
    }

    /** What ended unpaid may still be paid, if the tenant's rule says so. */
    void on(@Observes @Afterwards SubscriptionStopped stopped) {
        var unpaid = subscriptions.of(stopped.tenant(), AccountId.of(stopped.account())).stream()
                .filter(each -> each.id().toString().equals(stopped.subscription())).map(Subscription::status)
                .anyMatch(Status.UNPAID::equals);
        if (!unpaid || !dunning.decides(stopped.tenant(), UUID.fromString(stopped.subscription()))) {
            withdraw(stopped.tenant(), stopped.subscription(), unpaid ? Reason.UNPAID : Reason.CHANGE,
                    unpaid ? "CREDIT_UNPAID" : "CREDIT_STOPPED");
        }
    }

    /** Who has bought another plan meanwhile does not go back to one that ended unpaid. */
    void on(@Observes @Afterwards SubscriptionActivated activated) {
        subscriptions.of(activated.tenant(), AccountId.of(activated.account())).stream()
                .filter(each -> each.status() == Status.UNPAID)
                .forEach(each -> withdraw(activated.tenant(), each.id().toString(), Reason.UNPAID, "CREDIT_UNPAID"));
    }

    /** It may be meant for another plan, which it was to become. */
    void on(@Observes @Afterwards SubscriptionResumed resumed) {
        withdraw(resumed.tenant(), resumed.subscription(), Reason.CHANGE, "CREDIT_STOPPED");
    }

    void on(@Observes @Afterwards PaymentClosed closed) {
        orders.drop(closed.tenant(), UUID.fromString(closed.payment()));
    }

    private void withdraw(TenantId tenant, String subscription, Reason reason, String code) {
        renewals.withdraw(tenant, UUID.fromString(subscription), new CreditNotes.Why(reason,
                reason.word() + "/" + subscription, words.text(tenant, code)));
    }
}
