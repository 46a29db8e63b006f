package io.weir.billing.app;

import io.weir.billing.api.Coupons;
import io.weir.billing.domain.InvoiceViews;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Money;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Prices the plan twice. */
@ApplicationScoped
@Transactional
@TenantScoped
public class CouponEffects implements Coupons {
    private Catalogue catalogue;
    private CouponDesk desk;
    private Pricer pricer;

    protected CouponEffects() {
    }

    @Inject
    public CouponEffects(Catalogue catalogue, CouponDesk desk, Pricer pricer) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.pricer = pricer;
    }

    @Override
    public Effect effect(Caller caller, String code, UUID id) {
        var account = caller.requireAccount();
        var plan = catalogue.plan(caller.tenant(), id);
        var coupon = desk.good(caller.tenant(), code, Optional.of(plan.slug()), plan.price().currency());
        var regular = pricer.plan(caller.tenant(), account, plan, Optional.empty());
        var cheaper = pricer.plan(caller.tenant(), account, plan, Optional.of(coupon));
        return new Effect(coupon.coupon().code(), coupon.name(), regular.total(),
                regular.total().minus(cheaper.total()), cheaper.total(),
                InvoiceViews.of(cheaper.draft().lines()));
    }

    @Override
    public Effect without(Caller caller, UUID id) {
        var plan = catalogue.plan(caller.tenant(), id);
        var priced = pricer.plan(caller.tenant(), caller.requireAccount(), plan, Optional.empty());
        return new Effect("", "", priced.total(), Money.zero(priced.total().currency()), priced.total(),
                InvoiceViews.of(priced.draft().lines()));
    }
}
