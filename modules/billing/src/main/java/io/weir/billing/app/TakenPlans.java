package io.weir.billing.app;

import io.weir.billing.api.DunningTerms.Then;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What becomes of the plan that an unpaid invoice is for. One whose next period was not paid ends where its access
 * does. One that owes usage has paid for its running period: that goes on to its end, unless the plan is to end for
 * good.
 */
@ApplicationScoped
public class TakenPlans {
    private static final Set<Status> LIVE = Set.of(Status.TRIALING, Status.ACTIVE, Status.PAST_DUE, Status.PENDING);
    private Subscriptions subscriptions;
    private Lifecycle lifecycle;

    protected TakenPlans() {
    }

    @Inject
    public TakenPlans(Subscriptions subscriptions, Lifecycle lifecycle) {
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
    }

    /** ENDING: at its period's end. */
    enum Taken {
        NOTHING, ENDING, ENDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is a plan to lose. */
    boolean hasPlan(TenantId tenant, StoredInvoice invoice) {
        return live(tenant, invoice).isPresent();
    }

    Taken take(TenantId tenant, StoredInvoice invoice, Then then) {
        return switch (then) {
            case KEEP -> Taken.NOTHING;
            case CANCEL -> endForGood(tenant, invoice) ? Taken.ENDED : Taken.NOTHING;
            case FREE -> invoice.reason() == Reason.RENEWAL ? end(tenant, invoice) : letRunOut(tenant, invoice);
        };
    }

    private Taken end(TenantId tenant, StoredInvoice invoice) {
        return lifecycle.endIfUnpaid(tenant, invoice.account(), invoice.subscription().orElseThrow()) ? Taken.ENDED
                : Taken.NOTHING;
    }

    private Taken letRunOut(TenantId tenant, StoredInvoice invoice) {
        var goingOn = live(tenant, invoice).filter(plan -> !plan.cancelAtPeriodEnd()
                && plan.period().until().isPresent());
        goingOn.ifPresent(plan -> subscriptions.cancel(tenant, invoice.account(), plan.id(), true));
        return goingOn.isPresent() ? Taken.ENDING : Taken.NOTHING;
    }

    /** Answers whether there was a plan. */
    boolean endForGood(TenantId tenant, StoredInvoice invoice) {
        boolean unpaid = invoice.reason() == Reason.RENEWAL && end(tenant, invoice) == Taken.ENDED;
        var running = live(tenant, invoice);
        running.ifPresent(plan -> subscriptions.cancel(tenant, invoice.account(), plan.id(), false));
        return unpaid || running.isPresent();
    }

    /** It was to end with its period, which is not over yet: it goes on. */
    void giveBack(TenantId tenant, AccountId account, UUID stopped) {
        subscriptions.of(tenant, account).stream().filter(plan -> plan.id().equals(stopped))
                .filter(plan -> LIVE.contains(plan.status()) && plan.cancelAtPeriodEnd())
                .forEach(plan -> subscriptions.resume(tenant, account, plan.id()));
    }

    /** Not the free plan: there is none below it. */
    private Optional<Subscription> live(TenantId tenant, StoredInvoice invoice) {
        return invoice.subscription().flatMap(its -> subscriptions.of(tenant, invoice.account()).stream()
                .filter(plan -> plan.id().equals(its) && LIVE.contains(plan.status()) && !plan.plan().isFree())
                .findFirst());
    }
}
