package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingTerms;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.api.SellerTerms;
import io.weir.billing.api.TaxTerms;
import io.weir.kernel.api.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a tenant bills, as members. */
final class BillingTree {
    private BillingTree() {
    }

    static void add(Members root, BillingTerms terms) {
        root.with("seller", terms.seller().map(BillingTree::seller).orElse(null))
                .with("taxes", terms.taxes().map(BillingTree::taxes).orElse(null))
                .with("invoices", invoices(terms.invoices()));
    }

    private static Map<String, Object> seller(SellerTerms seller) {
        return new Members().with("name", seller.name()).with("address", seller.address())
                .with("country", seller.country()).with("vatId", seller.vatId().orElse(null))
                .with("email", seller.email().orElse(null)).with("phone", seller.phone().orElse(null))
                .with("website", seller.website().orElse(null))
                .with("registration", seller.registration().orElse(null))
                .with("logo", seller.logo().orElse(null)).with("footer", seller.footer().orElse(null)).all();
    }

    private static Map<String, Object> taxes(TaxTerms taxes) {
        return new Members().with("inclusive", taxes.inclusive())
                .unless("reverseCharge", taxes.reverseCharge(), false)
                .with("rates", taxes.rates().stream().map(rate -> new Members().with("country", rate.country())
                        .with("rate", rate.rate()).with("name", rate.name()).all()).toList()).all();
    }

    private static Map<String, Object> invoices(InvoiceTerms terms) {
        var usual = InvoiceTerms.USUAL;
        return new Members().unless("draftHours", terms.draftHours(), usual.draftHours())
                .unless("dueDays", terms.dueDays(), usual.dueDays())
                .unless("renewalDays", terms.renewalDays(), usual.renewalDays())
                .with("dunning", dunning(terms.dunning())).all();
    }

    private static Map<String, Object> dunning(DunningTerms terms) {
        var usual = DunningTerms.USUAL;
        return new Members().list("reminders", terms.reminders(), usual.reminders())
                .list("retries", terms.retries(), usual.retries())
                .unless("unpaidAfter", terms.unpaidAfter(), usual.unpaidAfter())
                .unless("then", terms.then().word(), usual.then().word())
                .unless("giveUpAfter", terms.giveUpAfter(), usual.giveUpAfter()).all();
    }

    static List<Map<String, Object>> coupons(BillingTerms terms) {
        return terms.coupons().stream().map(BillingTree::coupon).toList();
    }

    private static Map<String, Object> coupon(CouponTerms coupon) {
        return new Members().with("code", coupon.code()).with("name", coupon.name())
                .with("percent", coupon.percent().orElse(null))
                .with("amount", coupon.amount().map(Money::major).map(Members.Exact::new).orElse(null))
                .with("duration", coupon.duration().name().toLowerCase(Locale.ROOT))
                .with("periods", coupon.periods().isPresent() ? coupon.periods().getAsInt() : null)
                .with("plans", coupon.plans())
                .with("maxRedemptions", coupon.maxRedemptions().isPresent() ? coupon.maxRedemptions().getAsInt() : null)
                .with("expiresAt", coupon.expiresAt().map(Object::toString).orElse(null))
                .unless("isActive", coupon.active(), true).all();
    }
}
