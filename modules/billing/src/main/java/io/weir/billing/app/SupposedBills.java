package io.weir.billing.app;

import io.weir.billing.app.CountedTerms.Terms;
import io.weir.billing.app.UsageBills.Metered;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The two bills of a period that was not: what is paid in advance for it, and its usage. */
@ApplicationScoped
public class SupposedBills {
    private UsageBills usage;
    private Wordings words;

    protected SupposedBills() {
    }

    @Inject
    public SupposedBills(UsageBills usage, Wordings words) {
        this.usage = usage;
        this.words = words;
    }

    /** Nothing for a plan that costs nothing. Left before its end, the rest of it is given back. */
    Draft inAdvance(TenantId tenant, Plan plan, Piece piece, Terms terms) {
        var currency = plan.price().currency();
        if (plan.price().isZero()) {
            return Draft.of(currency, List.of(), Optional.empty());
        }
        var item = Pricer.planItem(plan, terms.tax());
        var whole = Draft.of(currency, List.of(item), terms.coupon());
        var paid = whole.paidFor(whole.lines().get(0));
        var left = piece.planned().filter(end -> end.isAfter(piece.until())).map(end -> new Unused(Pricer.offer(plan),
                paid, Money.zero(currency), piece.from(), end, piece.until()));
        var draft = left.map(rest -> Draft.of(currency, List.of(item, rest(tenant, plan, rest, terms)),
                terms.coupon())).orElse(whole);
        return draft.during(Period.between(piece.from(), piece.until()));
    }

    private Item rest(TenantId tenant, Plan plan, Unused rest, Terms terms) {
        return new Item(LineKind.PRORATION, words.text(tenant, "LINE_UNUSED", plan.name(),
                words.day(tenant, rest.at()), words.day(tenant, rest.until())),
                Optional.of(Period.between(rest.from(), rest.until())), rest, terms.tax());
    }

    Draft usage(TenantId tenant, Plan plan, Piece piece, List<Metered> used, Terms terms) {
        return usage.price(tenant, new UsageBills.Bill(plan, piece.from(), piece.until(), piece.isWhole(), used,
                terms.tax(), terms.coupon()));
    }
}
