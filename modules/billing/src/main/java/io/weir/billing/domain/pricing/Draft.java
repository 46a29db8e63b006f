package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An invoice under construction: lines, then what a coupon takes off them, then tax, then totals. A value; what is to
 * be billed is previewed and billed as the same one.
 */
public record Draft(Currency currency, List<Line> lines, Totals totals) {
    public Draft {
        lines = List.copyOf(lines);
    }

    /**
     * @throws IllegalArgumentException for another currency, or when some prices contain tax and some don't: see {@link
     *         TaxDecision#priced}
     */
    public static Draft of(Currency currency, List<Item> items, Optional<Redeemed> redeemed) {
        if (items.stream().map(item -> item.tax().inclusive()).distinct().count() > 1) {
            throw new IllegalArgumentException("prices with tax beside prices without");
        }
        var lines = new ArrayList<Line>();
        items.forEach(item -> lines.add(Line.of(lines.size() + 1, item)));
        redeemed.filter(coupon -> !lines.isEmpty()).ifPresent(coupon -> Discounts.of(List.copyOf(lines), coupon)
                .forEach(item -> lines.add(Line.of(lines.size() + 1, item))));
        return new Draft(currency, lines, Totals.of(currency, lines));
    }

    /** What a line comes to with its share of the coupon taken off, as priced: what was paid for it. */
    public Money paidFor(Line line) {
        return lines.stream().map(each -> each.basis().how()).filter(How.Discount.class::isInstance)
                .map(How.Discount.class::cast).filter(discount -> discount.lines().contains(line.no()))
                .map(discount -> Discounts.shares(discount).get(line.no())).reduce(line.amount(), Money::minus);
    }

    public String json() {
        return Canonical.json(this);
    }

    /** What {@link #json} wrote. */
    public static Draft read(String json) {
        return Canonical.read(json, Draft.class);
    }

    /** The same, for a period that was not known when it was priced. */
    public Draft during(Period period) {
        return new Draft(currency, lines.stream().map(line -> line.during(period)).toList(), totals);
    }

    /** The coupon that is taken, and what its lines are called. */
    public record Redeemed(Coupon coupon, String words) {
    }
}
