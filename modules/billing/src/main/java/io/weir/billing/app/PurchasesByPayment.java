package io.weir.billing.app;

import io.weir.billing.api.Purchases;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Prices what may be bought and has it paid. Begins no transaction: payments decide theirs, and a slow gateway is not
 * waited for while one of ours is open.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
@TenantScoped
public class PurchasesByPayment implements Purchases {
    private Catalogue catalogue;
    private Extensions extensions;
    private CreditOffers credits;
    private CouponDesk coupons;
    private Pricer pricer;
    private Checkout checkout;
    private OpenInvoices invoices;

    protected PurchasesByPayment() {
    }

    @Inject
    public PurchasesByPayment(Catalogue catalogue, Extensions extensions, CreditOffers credits, CouponDesk coupons,
            Pricer pricer, Checkout checkout, OpenInvoices invoices) {
        this.catalogue = catalogue;
        this.extensions = extensions;
        this.credits = credits;
        this.coupons = coupons;
        this.pricer = pricer;
        this.checkout = checkout;
        this.invoices = invoices;
    }

    @Override
    public Ordered plan(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        var plan = catalogue.plan(caller.tenant(), id);
        if (!plan.active()) {
            throw Refusal.notFound("PLAN_NOT_FOUND").asException();
        }
        if (plan.isFree()) {
            throw Refusal.invalid("PLAN_FREE").asException();
        }
        var coupon = coupon(caller, how, Optional.of(plan.slug()), plan.price());
        var order = pricer.plan(caller.tenant(), caller.requireAccount(), plan, coupon);
        return checkout.proceed(caller, ofPlan(plan, order), how);
    }

    static Checkout.Basket ofPlan(Plan plan, PricedOrder order) {
        return new Checkout.Basket(PurchaseKind.SUBSCRIPTION.purpose(plan.id()), plan.name(), order,
                Renewals.of(plan), plan.isInvoiced());
    }

    @Override
    public Ordered extension(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        var extension = catalogue.extension(caller.tenant(), id);
        if (!extension.active()) {
            throw Refusal.notFound("EXTENSION_NOT_FOUND").asException();
        }
        extensions.requireExtendable(caller.tenant(), caller.requireAccount());
        return buy(caller, new Sale(PurchaseKind.EXTENSION.purpose(id), LineKind.EXTENSION, extension.name(),
                extension.price()), how);
    }

    @Override
    public Ordered creditPackage(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        return buy(caller, credits.ofPackage(caller.tenant(), id), how);
    }

    @Override
    public Ordered credits(Caller caller, long amount, HowToPay how) {
        requireCustomer(caller);
        return buy(caller, credits.ofAmount(caller.tenant(), amount), how);
    }

    private Ordered buy(Caller caller, Sale sale, HowToPay how) {
        var coupon = coupon(caller, how, Optional.empty(), sale.price());
        var order = pricer.thing(caller.tenant(), caller.requireAccount(), sale, coupon);
        return checkout.proceed(caller, new Checkout.Basket(sale.purpose(), sale.name(), order, Optional.empty(),
                false), how);
    }

    @Override
    public Ordered invoice(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        var open = invoices.toPay(caller.tenant(), caller.requireAccount(), id);
        return checkout.pay(caller, open, how);
    }

    private Optional<Redeemed> coupon(Caller caller, HowToPay how, Optional<String> plan, Money price) {
        return how.coupon().map(code -> coupons.good(caller.tenant(), code, plan, price.currency()));
    }

    private void requireCustomer(Caller caller) {
        caller.requireAccount();
        caller.requireUser();
    }
}
