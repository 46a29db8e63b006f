package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions.Renewal;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/** Goes on with what a gateway charged for by itself. The caller holds the account's lock. */
@ApplicationScoped
public class RenewedPlans {
    private static final Logger LOG = Logger.getLogger(RenewedPlans.class.getName());
    /** With less left, a charge for another plan is its first full period, not the rest of the running one. */
    private static final Duration REST = Duration.ofHours(24);

    private Shelf shelf;
    private Holdings holdings;
    private PaidPlans paidPlans;
    private Calendars calendars;

    protected RenewedPlans() {
    }

    @Inject
    public RenewedPlans(Shelf shelf, Holdings holdings, PaidPlans paidPlans, Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.paidPlans = paidPlans;
        this.calendars = calendars;
    }

    /** Empty: nothing is to be started for the money. */
    public Optional<StoredSubscription> renew(TenantId tenant, AccountId account, Renewal renewal) {
        var now = calendars.now(tenant);
        var held = new Held(holdings.of(account));
        var last = held.ofOrigin(renewal.origin());
        var plan = plan(renewal, last);
        boolean runs = last.filter(s -> s.isPaidAt(now)).isPresent();
        if (plan.isEmpty() || !runs && (held.paid(now).isPresent() || wasEnded(last, now))) {
            LOG.warning(() -> "nothing is started for renewal " + renewal.cause() + " of plan " + renewal.planSlug());
            return Optional.empty();
        }
        return Optional.of(runs ? goOn(tenant, last.get(), plan.get(), renewal, now)
                : paidPlans.start(tenant, account, plan.get(), first(tenant, plan.get(), renewal, now)));
    }

    /** Of a plan that is not there any more, what was running goes on; the one that all have anyway is not sold. */
    private Optional<StoredPlan> plan(Renewal renewal, Optional<StoredSubscription> last) {
        return shelf.planBySlug(renewal.planSlug()).filter(plan -> !plan.costsNothing())
                .or(() -> last.flatMap(s -> shelf.plan(s.plan())));
    }

    /** By its owner, another purchase or a refund; not because its time was over. */
    private static boolean wasEnded(Optional<StoredSubscription> last, Instant now) {
        return last.filter(s -> s.endsAtPeriodEnd() || s.statusAt(now) == Status.CANCELED).isPresent();
    }

    private PaidPlans.Start first(TenantId tenant, StoredPlan plan, Renewal renewal, Instant now) {
        return new PaidPlans.Start(calendars.cadence(tenant, plan).first(now), renewal.cause(), renewal.origin(), now);
    }

    private StoredSubscription goOn(TenantId tenant, StoredSubscription running, StoredPlan plan, Renewal renewal,
            Instant now) {
        var end = running.period().until();
        if (running.plan().equals(plan.id()) && end.isPresent()) {
            paidPlans.goOn(tenant, running, plan, renewal.cause());
            return running;
        }
        boolean rest = end.filter(e -> e.isAfter(now.plus(REST))).isPresent()
                && shelf.plan(running.plan()).filter(old -> old.content().term().equals(plan.content().term()))
                .isPresent();
        var from = running.isKept(now) ? end.orElse(now) : now;
        var start = rest
                ? new PaidPlans.Start(Period.between(now, end.get()), renewal.cause(), renewal.origin(),
                        running.anchor())
                : new PaidPlans.Start(calendars.cadence(tenant, plan).first(from), renewal.cause(), renewal.origin(),
                        from);
        return paidPlans.start(tenant, running.account(), plan, start);
    }
}
