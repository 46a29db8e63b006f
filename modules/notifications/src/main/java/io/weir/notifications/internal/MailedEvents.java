package io.weir.notifications.internal;

import io.weir.identity.api.PasswordResetRequested;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.api.RenewalMissed;
import io.weir.platform.api.Afterwards;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.SubscriptionActivated;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Turns facts into queued mails. Runs in the outbox's transaction, which also marks the fact as told: one fact, one
 * mail, however often its delivery had to be tried.
 */
@ApplicationScoped
public class MailedEvents {
    @Inject
    Tenants tenants;
    @Inject
    Accounts accounts;
    @Inject
    Users users;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Catalogue catalogue;
    @Inject
    Payments payments;
    @Inject
    Letters letters;
    @Inject
    MailQueue queue;

    public void on(@Observes @Afterwards PasswordResetRequested request) {
        queue.add(letters.passwordReset(tenants.byId(request.tenant()), request));
    }

    public void on(@Observes @Afterwards SubscriptionActivated activated) {
        var tenant = activated.tenant();
        var account = accounts.account(tenant, AccountId.of(activated.account()));
        var owner = users.profile(tenant, account.owner());
        queue.add(letters.planStarted(tenants.byId(tenant), account, owner, started(tenant, account.id(), activated)));
    }

    /** Who gave a payment up knows it already. */
    public void on(@Observes @Afterwards PaymentClosed closed) {
        if (PaymentStatus.CANCELLED.word().equals(closed.status())) {
            return;
        }
        var payment = payments.payment(closed.tenant(), PaymentId.of(closed.payment()));
        var payer = users.profile(closed.tenant(), payment.payer());
        queue.add(letters.paymentClosed(tenants.byId(closed.tenant()), payer, payment));
    }

    /** Once for each charge that failed: the provider may try again, and the customer may want to be quicker. */
    public void on(@Observes @Afterwards RenewalMissed missed) {
        var tenant = missed.tenant();
        var account = accounts.account(tenant, AccountId.of(missed.account()));
        var owner = users.profile(tenant, account.owner());
        var plan = catalogue.planBySlug(tenant, missed.product()).map(Plan::name).orElse(missed.product());
        queue.add(letters.renewalMissed(tenants.byId(tenant), account, owner, plan, missed.words()));
    }

    private Subscription started(TenantId tenant, AccountId account, SubscriptionActivated activated) {
        return subscriptions.of(tenant, account).stream()
                .filter(subscription -> subscription.id().toString().equals(activated.subscription())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no subscription " + activated.subscription()));
    }
}
