package io.weir.billing.app;

import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices what is sold in advance: what stands in the catalogue, with the buyer's tax and coupon. */
@ApplicationScoped
public class Pricer {
    private InvoiceParties parties;
    private Wordings words;

    protected Pricer() {
    }

    @Inject
    public Pricer(InvoiceParties parties, Wordings words) {
        this.parties = parties;
        this.words = words;
    }

    PricedOrder plan(TenantId tenant, AccountId account, Plan plan, Optional<Redeemed> coupon) {
        return PricedOrder.of(account, draft(tenant, plan.price(), List.of(planItem(tenant, account, plan)), coupon),
                coupon);
    }

    /** An extension, or credits. {@code slug}: what names it in explanations. */
    PricedOrder thing(TenantId tenant, AccountId account, Sale item, Optional<Redeemed> coupon) {
        return PricedOrder.of(account, draft(tenant, item.price(), List.of(thingItem(tenant, account, item)), coupon),
                coupon);
    }

    Draft draft(TenantId tenant, Money price, List<Item> items,
            Optional<Redeemed> coupon) {
        return Draft.of(price.currency(), items, coupon.map(redeemed -> redeemed(tenant, redeemed)));
    }

    Draft.Redeemed redeemed(TenantId tenant, Redeemed coupon) {
        return new Draft.Redeemed(coupon.coupon(),
                words.text(tenant, "LINE_COUPON", coupon.coupon().code(), coupon.name()));
    }

    Item planItem(TenantId tenant, AccountId account, Plan plan) {
        return planItem(plan, parties.tax(tenant, account));
    }

    static Item planItem(Plan plan, TaxDecision tax) {
        return new Item(LineKind.PLAN, plan.name(), Optional.empty(), How.Flat.one(offer(plan), plan.price()), tax);
    }

    private Item thingItem(TenantId tenant, AccountId account, Sale item) {
        return new Item(item.kind(), item.name(), Optional.empty(),
                How.Flat.one(new Offer(item.purpose().item(), 1), item.price()), parties.tax(tenant, account));
    }

    static Offer offer(Plan plan) {
        return new Offer(plan.slug(), plan.version());
    }

    /**
     * The same with one line more where another amount was taken than this comes to: what was paid is never lost, and
     * an invoice is always of what was paid. No tax is known of the difference.
     */
    Draft comingTo(TenantId tenant, Draft priced, Money taken) {
        if (!priced.currency().equals(taken.currency())) {
            return Draft.of(taken.currency(), List.of(difference(tenant, taken, true)), Optional.empty());
        }
        var difference = taken.minus(priced.totals().gross());
        if (difference.isZero()) {
            return priced;
        }
        var items = new ArrayList<Item>();
        priced.lines().forEach(line -> items.add(new Item(line.kind(), line.words(), line.period(),
                line.basis().how(), line.basis().tax())));
        items.add(difference(tenant, difference, items.get(0).tax().inclusive()));
        return Draft.of(taken.currency(), items, Optional.empty());
    }

    private Item difference(TenantId tenant, Money amount, boolean inclusive) {
        return new Item(LineKind.OTHER, words.text(tenant, "LINE_DIFFERENCE"), Optional.empty(),
                How.Flat.one(new Offer("difference", 1), amount), TaxDecision.untaxed(inclusive));
    }
}
