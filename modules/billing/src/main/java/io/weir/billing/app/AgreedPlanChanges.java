package io.weir.billing.app;

import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.Purchases;
import io.weir.billing.domain.ChangeRules;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Writes nothing itself and begins no transaction: a gateway is asked, and asking may take its time. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
@TenantScoped
public class AgreedPlanChanges implements PlanChanges {
    private Catalogue catalogue;
    private Subscriptions subscriptions;
    private AccountAgreements agreements;
    private Purchases purchases;
    private ChangeWords words;

    protected AgreedPlanChanges() {
    }

    @Inject
    public AgreedPlanChanges(Catalogue catalogue, Subscriptions subscriptions, AccountAgreements agreements,
            Purchases purchases, ChangeWords words) {
        this.catalogue = catalogue;
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.purchases = purchases;
        this.words = words;
    }

    @Override
    public Change preview(Caller caller, UUID plan) {
        var current = subscriptions.current(caller.tenant(), caller.requireAccount());
        return change(caller.tenant(), current, wanted(caller.tenant(), plan), agreement(caller, current));
    }

    @Override
    public Changed change(Caller caller, UUID plan, Purchases.HowToPay how) {
        var tenant = caller.tenant();
        var current = subscriptions.current(tenant, caller.requireAccount());
        var agreement = agreement(caller, current);
        var change = change(tenant, current, wanted(tenant, plan), agreement);
        if (change.kind() == Kind.END) {
            return new Changed(change, end(caller, current, plan), Optional.empty());
        }
        if (agreement.isPresent()) {
            tell(tenant, agreement.get(), change);
            return new Changed(change, subscriptions.pend(tenant, caller.requireAccount(), plan), Optional.empty());
        }
        return change.kind() == Kind.DOWNGRADE ? new Changed(change, end(caller, current, plan), Optional.empty())
                : new Changed(change, current, Optional.of(purchases.plan(caller, plan, how)));
    }

    private Subscription end(Caller caller, Subscription current, UUID plan) {
        subscriptions.cancel(caller.tenant(), caller.requireAccount(), current.id(), true);
        return subscriptions.pend(caller.tenant(), caller.requireAccount(), plan);
    }

    /** A new wish has a new key: what was wished before, and taken back, may be wished again. */
    private void tell(TenantId tenant, Agreement agreement, Change change) {
        var recurring = Renewals.of(change.to())
                .orElseThrow(() -> Refusal.conflict("CHANGE_NOT_TAKEN", agreement.gateway()).asException());
        agreements.change(tenant, agreement.id(), new AccountAgreements.Change("change/" + Ids.next(), recurring,
                change.to().name(), change.price(), change.kind() == Kind.UPGRADE));
    }

    /** The one that pays for the running plan. */
    private Optional<Agreement> agreement(Caller caller, Subscription current) {
        return current.plan().isFree() || !current.renews() ? Optional.empty()
                : agreements.of(caller.tenant(), caller.requireAccount()).stream()
                .filter(agreement -> agreement.status().isRunning())
                .filter(agreement -> subscriptions.ofOrigin(caller.tenant(), current.account(),
                        agreement.firstPayment().toString()).filter(of -> of.id().equals(current.id())).isPresent())
                .findFirst();
    }

    private Change change(TenantId tenant, Subscription current, Plan to, Optional<Agreement> agreement) {
        return words.say(tenant, ChangeRules.of(current, to, agreement.isPresent()));
    }

    private Plan wanted(TenantId tenant, UUID id) {
        var plan = catalogue.plan(tenant, id);
        if (!plan.active()) {
            throw Refusal.notFound("PLAN_NOT_FOUND").asException();
        }
        return plan;
    }
}
