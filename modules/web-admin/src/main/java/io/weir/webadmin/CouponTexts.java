package io.weir.webadmin;

import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.CouponUses.Use;
import io.weir.kernel.api.Money;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Coupons as people read them. */
@RequestScoped
public class CouponTexts {
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Time time;

    Row row(CouponTerms coupon, Use use) {
        boolean expired = coupon.expiresAt().filter(end -> !end.isAfter(time.now(visitor.tenantId()))).isPresent();
        boolean full = coupon.maxRedemptions().isPresent() && use.taken() >= coupon.maxRedemptions().getAsInt();
        var state = !coupon.active() ? "off" : expired ? "expired" : full ? "full" : "active";
        return new Row(coupon.code(), coupon.name(), worth(coupon), duration(coupon),
                coupon.plans().isEmpty() ? format.text("allPlans") : String.join(", ", coupon.plans()),
                coupon.expiresAt().map(format::time).orElse(""), taken(coupon, use), format.number(use.invoices()),
                format.number(use.accounts()), off(use), state, format.text("coupon." + state));
    }

    private String worth(CouponTerms coupon) {
        return coupon.percent().map(percent -> "−" + format.decimal(percent) + " %")
                .orElseGet(() -> "−" + format.money(coupon.amount().orElseThrow()));
    }

    private String duration(CouponTerms coupon) {
        return coupon.periods().isPresent() ? format.text("couponPeriods", coupon.periods().getAsInt())
                : format.text("duration." + coupon.duration());
    }

    private String taken(CouponTerms coupon, Use use) {
        return coupon.maxRedemptions().isEmpty() ? format.number(use.taken())
                : format.number(use.taken()) + " / " + format.number(coupon.maxRedemptions().getAsInt());
    }

    private String off(Use use) {
        return use.off().isEmpty() ? Format.NOTHING
                : use.off().stream().map(this::money).collect(Collectors.joining(", "));
    }

    private String money(Money money) {
        return format.money(money);
    }

    /** A coupon in a list; {@code off}: what it took off final invoices, with tax. */
    public record Row(String code, String name, String worth, String duration, String plans, String expires,
                      String taken, String invoices, String accounts, String off, String state, String stateText) {
    }
}
