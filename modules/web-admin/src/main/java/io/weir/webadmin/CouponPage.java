package io.weir.webadmin;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.CouponUses;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.api.Catalogue;
import io.weir.webadmin.CatalogueEdits.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One coupon: a new one, or the one of {@code ?code=}, with the invoices that it made cheaper. */
@Named("coupon")
@RequestScoped
public class CouponPage {
    private static final String SECTION = "coupons";
    private static final Map<String, String> FIELDS = Map.of("percent", "value", "amount", "value");

    @Inject
    private BillingDefinition terms;
    @Inject
    private CouponUses uses;
    @Inject
    private Catalogue catalogue;
    @Inject
    private CatalogueEdits edits;
    @Inject
    private CouponTexts texts;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private final CouponForm form = new CouponForm();
    private CouponTerms existing;
    private Page<Redeemed> redeemed;

    @PostConstruct
    void fill() {
        visitor.parameter("code").ifPresent(code -> {
            existing = terms.of(visitor.tenantId()).coupons().stream()
                    .filter(coupon -> coupon.code().equalsIgnoreCase(code)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("COUPON_UNKNOWN").asException());
            form.fill(existing, visitor.tenant().zone());
            redeemed = uses.redemptions(visitor.tenantId(), existing.code(), visitor.page()).map(this::redeemed);
        });
    }

    private Redeemed redeemed(CouponUses.Redemption one) {
        return new Redeemed(one.invoice().toString(), one.number(), one.account().toString(),
                names.customer(one.account()).name(), format.day(one.issued()), format.money(one.off()));
    }

    public String save() {
        var value = form.readValue(visitor.tenant().currency().getCurrencyCode());
        var end = form.readEnd(visitor.tenant().zone());
        if (value.isEmpty()) {
            notices.wrong("form:value", format.text("amountForm"));
        }
        if (end.isEmpty()) {
            notices.wrong("form:expiresAt", format.text("dayForm"));
        }
        return value.isEmpty() || end.isEmpty() ? null
                : put("form", form.members(value.get(), end.get()), form.getCode(), "couponSaved");
    }

    public String stop() {
        return switchTo(false, "couponStopped");
    }

    public String start() {
        return switchTo(true, "couponStarted");
    }

    private String switchTo(boolean active, String told) {
        form.setActive(active);
        return put("switch", form.members(form.readValue(visitor.tenant().currency().getCurrencyCode()).orElseThrow(),
                existing.expiresAt()), existing.code(), told);
    }

    /** In the place of the one that there is, or behind all others. */
    private String put(String formId, Map<String, Object> coupon, String code, String told) {
        var members = edits.members();
        var coupons = listed(members);
        int at = isKnown() ? index(coupons) : coupons.size();
        if (at < coupons.size()) {
            coupons.set(at, coupon);
        } else {
            coupons.add(coupon);
        }
        members.put(SECTION, coupons);
        return edits.save(new Place(formId, SECTION + "[" + at + "]", FIELDS), members, () -> {
            notices.done(format.text(told, code));
            return "/coupon?faces-redirect=true&code=" + code;
        });
    }

    private static List<Object> listed(Map<String, Object> members) {
        return members.get(SECTION) instanceof List<?> there ? new ArrayList<>(there) : new ArrayList<>();
    }

    private int index(List<Object> coupons) {
        Function<Object, String> code = one -> String.valueOf(((Map<?, ?>) one).get("code"));
        for (int i = 0; i < coupons.size(); i++) {
            if (code.apply(coupons.get(i)).equalsIgnoreCase(existing.code())) {
                return i;
            }
        }
        return coupons.size();
    }

    public boolean isKnown() {
        return existing != null;
    }

    public CouponForm getForm() {
        return form;
    }

    public String getTag() {
        return edits.tag();
    }

    public String getCurrency() {
        return visitor.tenant().currency().getCurrencyCode();
    }

    public String getCode() {
        return isKnown() ? existing.code() : "";
    }

    public String getTitle() {
        return isKnown() ? existing.code() : format.text("newCoupon");
    }

    public CouponTexts.Row getRow() {
        return texts.row(existing, uses.all(visitor.tenantId())
                .getOrDefault(existing.code().toUpperCase(Locale.ROOT), CouponsPage.UNUSED));
    }

    /** What it may be good for: plans on sale that cost something, by their slugs. */
    public List<String> getSlugs() {
        return catalogue.plans(visitor.tenantId(), false).stream().filter(plan -> !plan.isFree())
                .map(plan -> plan.slug()).toList();
    }

    public List<Redeemed> getRedemptions() {
        return redeemed.items();
    }

    public Pages getPages() {
        return Pages.of(redeemed, Map.of("code", getCode()));
    }

    /** An invoice that it made cheaper. */
    public record Redeemed(String invoice, String number, String account, String customer, String day, String off) {
    }
}
