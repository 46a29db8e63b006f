package io.weir.webadmin;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.CouponUses;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** The coupons of the catalogue, and what they did. */
@Named("coupons")
@RequestScoped
public class CouponsPage {
    static final CouponUses.Use UNUSED = new CouponUses.Use(0, 0, 0, List.of());

    @Inject
    private BillingDefinition terms;
    @Inject
    private CouponUses uses;
    @Inject
    private CouponTexts texts;
    @Inject
    private Visitor visitor;

    private List<CouponTexts.Row> list;

    @PostConstruct
    void look() {
        var used = uses.all(visitor.tenantId());
        list = terms.of(visitor.tenantId()).coupons().stream().map(coupon -> texts.row(coupon,
                used.getOrDefault(coupon.code().toUpperCase(Locale.ROOT), UNUSED))).toList();
    }

    public List<CouponTexts.Row> getList() {
        return list;
    }
}
