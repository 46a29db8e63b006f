package io.weir.billing.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.AccountAgreements.Wish;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.AgreementUpdated;
import io.weir.platform.api.Afterwards;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.api.SubscriptionResumed;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.subscriptions.api.Subscriptions.Agreed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Keeps agreements with gateways and the subscriptions that they pay for in step, both ways: nobody is charged for what
 * has ended here, and what a gateway will not charge does not go on. Events may come late, so what they are about is
 * read anew.
 */
@ApplicationScoped
public class AgreementsFollow {
    private AccountAgreements agreements;
    private Subscriptions subscriptions;

    protected AgreementsFollow() {
    }

    @Inject
    public AgreementsFollow(AccountAgreements agreements, Subscriptions subscriptions) {
        this.agreements = agreements;
        this.subscriptions = subscriptions;
    }

    void on(@Observes @Afterwards AgreementUpdated updated) {
        follow(updated.tenant(), AccountId.of(updated.account()));
    }

    /** An agreement may be known before what it pays for has started. */
    void on(@Observes @Afterwards SubscriptionActivated activated) {
        follow(activated.tenant(), AccountId.of(activated.account()));
    }

    void on(@Observes @Afterwards SubscriptionStopped stopped) {
        var account = AccountId.of(stopped.account());
        for (var agreement : running(stopped.tenant(), account, stopped.origin())) {
            if (stopped.atPeriodEnd()) {
                agreements.wish(stopped.tenant(), agreement.id(), Wish.END_AT_PERIOD_END);
            } else {
                endUnlessNeeded(stopped.tenant(), agreement);
            }
        }
    }

    void on(@Observes @Afterwards SubscriptionResumed resumed) {
        running(resumed.tenant(), AccountId.of(resumed.account()), resumed.origin())
                .forEach(agreement -> agreements.wish(resumed.tenant(), agreement.id(), Wish.GO_ON));
    }

    private List<Agreement> running(TenantId tenant, AccountId account, String origin) {
        return agreements.of(tenant, account).stream().filter(agreement -> agreement.status().isRunning())
                .filter(agreement -> agreement.firstPayment().toString().equals(origin)).toList();
    }

    private void follow(TenantId tenant, AccountId account) {
        for (var agreement : agreements.of(tenant, account)) {
            subscriptions.agreementTold(tenant, account, agreement.firstPayment().toString(), agreed(agreement));
            if (agreement.status().isRunning()) {
                endUnlessNeeded(tenant, agreement);
            }
        }
    }

    /** What it pays for was ended before its time, perhaps before the agreement was known here. */
    private void endUnlessNeeded(TenantId tenant, Agreement agreement) {
        subscriptions.ofOrigin(tenant, agreement.account(), agreement.firstPayment().toString())
                .filter(newest -> newest.status() == Status.CANCELED)
                .ifPresent(ended -> agreements.wish(tenant, agreement.id(), Wish.END_NOW));
    }

    private static Agreed agreed(Agreement agreement) {
        return switch (agreement.status()) {
            case ENDED -> Agreed.ENDED;
            case PAST_DUE -> agreement.cancelAtPeriodEnd() ? Agreed.ENDS : Agreed.PAST_DUE;
            case ACTIVE -> agreement.cancelAtPeriodEnd() ? Agreed.ENDS : Agreed.RENEWS;
        };
    }
}
