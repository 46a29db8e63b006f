package io.weir.billing.app;

import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.Purchases;
import io.weir.billing.domain.ChangeRules;
import io.weir.billing.domain.InvoiceViews;
import io.weir.billing.domain.PricedOrder;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes nothing itself and begins no transaction: a gateway is asked, and asking may take its time. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
@TenantScoped
public class AgreedPlanChanges implements PlanChanges {
    private static final Duration PREVIEWED = Duration.ofMinutes(15);
    private Catalogue catalogue;
    private Subscriptions subscriptions;
    private AccountAgreements agreements;
    private PlanChangePrices prices;
    private CouponDesk coupons;
    private Checkout checkout;
    private ChangeWords words;
    private Time time;

    protected AgreedPlanChanges() {
    }

    @Inject
    public AgreedPlanChanges(Catalogue catalogue, Subscriptions subscriptions, AccountAgreements agreements,
            PlanChangePrices prices, CouponDesk coupons, Checkout checkout, ChangeWords words, Time time) {
        this.catalogue = catalogue;
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.prices = prices;
        this.coupons = coupons;
        this.checkout = checkout;
        this.words = words;
        this.time = time;
    }

    @Override
    public Change preview(Caller caller, UUID plan, Optional<String> coupon) {
        var current = subscriptions.current(caller.tenant(), caller.requireAccount());
        var wish = wish(caller, current, plan);
        return wish.isBought() ? bill(caller, wish, coupon, time.now(caller.tenant())).change() : wish.change();
    }

    @Override
    public Changed change(Caller caller, UUID plan, Purchases.HowToPay how, Optional<Instant> previewedAt) {
        var current = subscriptions.current(caller.tenant(), caller.requireAccount());
        var wish = wish(caller, current, plan);
        var change = wish.change();
        if (wish.isBought()) {
            return buy(caller, current, bill(caller, wish, how.coupon(), at(caller.tenant(), previewedAt)), how);
        }
        if (change.kind() == Kind.END || wish.agreement().isEmpty()) {
            return done(change, end(caller, current, change));
        }
        tell(caller.tenant(), wish.agreement().get(), change);
        return done(change, subscriptions.pend(caller.tenant(), caller.requireAccount(), plan));
    }

    private static Changed done(Change change, Subscription subscription) {
        return new Changed(change, subscription, Optional.empty(), Optional.empty());
    }

    private Instant at(TenantId tenant, Optional<Instant> previewedAt) {
        var now = time.now(tenant);
        var at = previewedAt.orElse(now);
        if (at.isAfter(now) || at.isBefore(now.minus(PREVIEWED))) {
            throw Refusal.conflict("PREVIEW_TOO_OLD").asException();
        }
        return at;
    }

    private Changed buy(Caller caller, Subscription current, Billed billed, Purchases.HowToPay how) {
        var plan = billed.change().to();
        var ordered = checkout.proceed(caller, PurchasesByPayment.ofPlan(plan, billed.order()), how);
        var now = ordered.invoice().isPresent() ? subscriptions.current(caller.tenant(), caller.requireAccount())
                : current;
        return new Changed(billed.change(), now, ordered.payment(), ordered.invoice());
    }

    private Billed bill(Caller caller, Wish wish, Optional<String> code, Instant at) {
        var change = wish.change();
        var to = change.to();
        var given = code.map(each -> coupons.good(caller.tenant(), each, Optional.of(to.slug()),
                to.price().currency()));
        var order = prices.price(caller.tenant(), caller.requireAccount(), to,
                new PlanChangePrices.Moment(at, given));
        var totals = order.draft().totals();
        var bill = new Bill(at, InvoiceViews.of(order.draft().lines()), totals.net(), totals.tax(), totals.gross(),
                order.excess().map(PricedOrder.Excess::amount).orElse(totals.gross().times(0)));
        return new Billed(words.say(caller.tenant(), new Change(change.kind(), change.from(), to, false,
                change.effectiveAt(), change.price(), Optional.of(totals.gross()), "", Optional.of(bill))), order);
    }

    private record Billed(Change change, PricedOrder order) {
    }

    /** With an invoice for the next period it goes on as what it is to become; else it ends. */
    private Subscription end(Caller caller, Subscription current, Change change) {
        if (change.kind() == Kind.END || current.plan().renewal() != Plan.Renewal.INVOICE) {
            subscriptions.cancel(caller.tenant(), caller.requireAccount(), current.id(), true);
        }
        return subscriptions.pend(caller.tenant(), caller.requireAccount(), change.to().id());
    }

    /** A new wish has a new key: what was wished before, and taken back, may be wished again. */
    private void tell(TenantId tenant, Agreement agreement, Change change) {
        var recurring = Renewals.of(change.to())
                .orElseThrow(() -> Refusal.conflict("CHANGE_NOT_TAKEN", agreement.gateway()).asException());
        agreements.change(tenant, agreement.id(), new AccountAgreements.Change("change/" + Ids.next(), recurring,
                change.to().name(), change.price(), change.kind() == Kind.UPGRADE));
    }

    private Wish wish(Caller caller, Subscription current, UUID plan) {
        var agreement = agreement(caller, current);
        var rules = ChangeRules.of(current, wanted(caller.tenant(), plan), agreement.isPresent());
        return new Wish(words.say(caller.tenant(), rules), agreement);
    }

    private record Wish(Change change, Optional<Agreement> agreement) {
        boolean isBought() {
            return change.kind() == Kind.UPGRADE && agreement.isEmpty();
        }
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

    private Plan wanted(TenantId tenant, UUID id) {
        var plan = catalogue.plan(tenant, id);
        if (!plan.active()) {
            throw Refusal.notFound("PLAN_NOT_FOUND").asException();
        }
        return plan;
    }
}
