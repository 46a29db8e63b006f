package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.PlanChanges.Change;
import io.weir.billing.api.PlanChanges.Changed;
import io.weir.billing.api.SubscriptionDecisions;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.SubscriptionBook;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An administrator's word, in the account's name. A change may ask a gateway, and so begins no transaction. */
@ApplicationScoped
@TenantScoped
public class DecidedSubscriptions implements SubscriptionDecisions {
    private SubscriptionBook book;
    private Subscriptions subscriptions;
    private PlanChanges changes;
    private Lifecycle lifecycle;
    private InvoicedRenewals renewals;
    private Wordings words;
    private Accounts accounts;
    private AuditLog audit;

    protected DecidedSubscriptions() {
    }

    @Inject
    public DecidedSubscriptions(SubscriptionBook book, Subscriptions subscriptions, PlanChanges changes,
            Lifecycle lifecycle, InvoicedRenewals renewals, Wordings words, Accounts accounts, AuditLog audit) {
        this.book = book;
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.lifecycle = lifecycle;
        this.renewals = renewals;
        this.words = words;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Subscription cancel(TenantId tenant, UUID id, boolean atPeriodEnd, String reason) {
        var account = book.subscription(tenant, id).account();
        var done = subscriptions.cancel(tenant, account, id, atPeriodEnd);
        audit(tenant, "subscription.cancelled", id, Map.of("account", account.toString(), "atPeriodEnd",
                String.valueOf(atPeriodEnd), "reason", reason));
        return done;
    }

    @Override
    @Transactional
    public Subscription resume(TenantId tenant, UUID id) {
        var account = book.subscription(tenant, id).account();
        var done = subscriptions.resume(tenant, account, id);
        audit(tenant, "subscription.resumed", id, Map.of("account", account.toString()));
        return done;
    }

    /** The invoice first: whoever pays it locks in that order. */
    @Override
    @Transactional
    public Subscription extendTrial(TenantId tenant, UUID id, Instant until, String reason) {
        var before = book.subscription(tenant, id);
        renewals.withdraw(tenant, id, new CreditNotes.Why(Reason.CHANGE, "trial/" + id,
                words.text(tenant, "CREDIT_TRIAL")));
        var done = lifecycle.extendTrial(tenant, before.account(), id, until);
        audit.record(tenant, "subscription.trialExtended", "subscription/" + id, Map.of("until",
                before.period().until().map(Instant::toString).orElse("")), Map.of("account",
                before.account().toString(), "until", until.toString(), "reason", reason));
        return done;
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Change preview(Caller administrator, UUID subscription, UUID plan, Optional<String> coupon) {
        return changes.preview(owner(administrator, subscription), plan, coupon);
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public Changed change(Caller administrator, UUID subscription, Wanted wanted) {
        var owner = owner(administrator, subscription);
        var done = changes.change(owner, wanted.plan(), wanted.how(), wanted.previewedAt());
        var facts = new LinkedHashMap<String, String>();
        facts.put("account", owner.requireAccount().toString());
        facts.put("plan", done.change().to().slug());
        facts.put("kind", done.change().kind().name());
        facts.put("reason", wanted.reason());
        done.payment().ifPresent(payment -> facts.put("payment", payment.id().toString()));
        done.invoice().flatMap(invoice -> invoice.number()).ifPresent(number -> facts.put("invoice", number));
        audit(owner.tenant(), "subscription.changed", subscription, facts);
        return done;
    }

    /** Who would have done it themselves. */
    private Caller owner(Caller administrator, UUID subscription) {
        var tenant = administrator.tenant();
        AccountId account = book.subscription(tenant, subscription).account();
        if (!subscriptions.current(tenant, account).id().equals(subscription)) {
            throw Refusal.conflict("SUBSCRIPTION_NOT_CURRENT").asException();
        }
        return new Caller(tenant, Optional.of(accounts.account(tenant, account).owner()), Optional.of(account),
                administrator.role(), administrator.credential(), administrator.verifiedAt());
    }

    private void audit(TenantId tenant, String action, UUID subscription, Map<String, String> facts) {
        audit.record(tenant, action, "subscription/" + subscription, null, facts);
    }
}
