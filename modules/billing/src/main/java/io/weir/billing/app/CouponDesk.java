package io.weir.billing.app;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.domain.CouponCounts;
import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.pricing.Coupon;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Looks coupons up and says whether they are good for something. */
@ApplicationScoped
public class CouponDesk {
    private BillingDefinition terms;
    private CouponCounts counts;
    private Time time;

    protected CouponDesk() {
    }

    @Inject
    public CouponDesk(BillingDefinition terms, CouponCounts counts, Time time) {
        this.terms = terms;
        this.counts = counts;
        this.time = time;
    }

    /** Nothing is taken yet. */
    @Transactional
    public Redeemed good(TenantId tenant, String code, Optional<String> plan, Currency currency) {
        var found = terms.of(tenant).coupons().stream().filter(each -> each.code().equalsIgnoreCase(code.strip()))
                .findFirst().orElseThrow(() -> refused("COUPON_UNKNOWN"));
        var coupon = coupon(found);
        coupon.refusal(new Coupon.Wish(plan, currency, time.now(tenant), counts.taken(tenant, coupon.code()), false))
                .ifPresent(no -> {
                    throw refused(no.code());
                });
        return new Redeemed(coupon, found.name(), false);
    }

    static RefusedException refused(String code) {
        return Refusal.invalidField("couponCode", code).asException();
    }

    private static Coupon coupon(CouponTerms said) {
        var worth = said.percent().<Coupon.Worth>map(Coupon.Percent::new)
                .orElseGet(() -> new Coupon.Off(said.amount().orElseThrow()));
        var periods = switch (said.duration()) {
            case ONCE -> Coupon.ONCE;
            case FOREVER -> Coupon.FOREVER;
            case PERIODS -> said.periods();
        };
        var most = said.maxRedemptions().isPresent() ? OptionalLong.of(said.maxRedemptions().getAsInt())
                : OptionalLong.empty();
        return new Coupon(said.code().toUpperCase(Locale.ROOT), worth, periods,
                Set.copyOf(said.plans()), most, said.expiresAt(), said.active());
    }
}
