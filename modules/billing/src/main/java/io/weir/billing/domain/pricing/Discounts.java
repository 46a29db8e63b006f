package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.How.Covered;
import io.weir.billing.domain.pricing.How.Discount;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A coupon over the lines that it covers: worked out once for all of them, split over them by {@link Shares}, and taken
 * off as one line for each way of being taxed.
 */
final class Discounts {
    private Discounts() {
    }

    /** What comes off; empty when nothing does. Numbered lines as they are before it. */
    static List<Item> of(List<Line> lines, Draft.Redeemed redeemed) {
        var coupon = redeemed.coupon();
        var covered = lines.stream().filter(line -> !line.amount().isNegative())
                .filter(line -> coupon.covers(line.kind(), line.basis().how().sold().map(How.Offer::slug))).toList();
        if (covered.isEmpty()) {
            return List.of();
        }
        var all = covered.stream().map(line -> new Covered(line.no(), line.amount())).toList();
        var most = most(lines);
        var items = new ArrayList<Item>();
        byTax(covered).forEach((tax, numbers) -> items.add(new Item(LineKind.DISCOUNT, redeemed.words(),
                Optional.empty(), new Discount(coupon.code(), coupon.worth(), all, numbers, most), tax)));
        return items.stream().filter(item -> !item.how().amount().isZero()).toList();
    }

    static Money of(Discount discount) {
        var shares = shares(discount);
        return discount.lines().stream().map(shares::get).reduce(Money::plus).orElseThrow();
    }

    /** By line, what comes off it. */
    static Map<Integer, Money> shares(Discount discount) {
        var all = discount.all();
        var shares = Shares.of(total(discount), all.stream().map(Covered::amount).toList());
        var byLine = new LinkedHashMap<Integer, Money>();
        IntStream.range(0, all.size()).forEach(i -> byLine.put(all.get(i).line(), shares.get(i)));
        return byLine;
    }

    static Formula formula(Discount discount) {
        var whole = sum(discount.all());
        var worth = discount.worth().of(whole);
        var here = sum(discount.all().stream().filter(each -> discount.lines().contains(each.line())).toList());
        if (here.equals(whole) && worth.equals(total(discount)) && discount.worth() instanceof Coupon.Percent off) {
            var hundred = BigDecimal.valueOf(100);
            return Formula.of(whole.times(-1).major()).times(off.percent()).over(hundred)
                    .exactly(Rounding.isWhole(whole, off.percent(), hundred));
        }
        var formula = Formula.of(total(discount).times(-1).major());
        return here.equals(whole) ? formula : formula.times(here.major()).over(whole.major())
                .exactly(Rounding.isWhole(total(discount), here.major(), whole.major()));
    }

    private static Money total(Discount discount) {
        var worth = discount.worth().of(sum(discount.all()));
        return worth.compareTo(discount.most()) < 0 ? worth : discount.most();
    }

    /** Never below zero: no more than the lines come to, what is given back on them included. */
    private static Money most(List<Line> lines) {
        var sum = lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
        return sum.isNegative() ? Money.zero(sum.currency()) : sum;
    }

    private static Money sum(List<Covered> lines) {
        return lines.stream().map(Covered::amount).reduce(Money::plus).orElseThrow();
    }

    private static Map<TaxDecision, List<Integer>> byTax(List<Line> covered) {
        var numbers = new LinkedHashMap<TaxDecision, List<Integer>>();
        covered.forEach(line -> numbers.computeIfAbsent(line.basis().tax(), tax -> new ArrayList<>()).add(line.no()));
        return numbers;
    }
}
