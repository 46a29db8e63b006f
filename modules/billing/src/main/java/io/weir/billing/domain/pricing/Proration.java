package io.weir.billing.domain.pricing;

import io.weir.billing.domain.pricing.How.Unused;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** To the second: what is left of a period that was paid, and what a change in the middle of it costs. */
public final class Proration {
    private Proration() {
    }

    /**
     * Paid × the whole seconds that are left ÷ those that the period has, rounded once; never more than is left of
     * what was paid.
     */
    public static Money unused(Unused unused) {
        var share = Rounding.part(unused.paid(), left(unused), whole(unused));
        var rest = rest(unused);
        return share.compareTo(rest) < 0 ? share : rest;
    }

    /** What a change now is billed: the rest of the old given back, where there is one, and the new in full. */
    public static List<Item> change(Item unused, Item next) {
        return Stream.of(unused, next).filter(item -> item == next || !item.how().amount().isZero()).toList();
    }

    static Formula formula(Unused unused) {
        var paid = unused.paid().times(-1);
        if (rest(unused).equals(unused(unused)) && !rest(unused).equals(unused.paid())) {
            return Formula.of(paid.major()).plus(unused.credited().major());
        }
        return Formula.of(paid.major()).times(left(unused)).over(whole(unused))
                .exactly(Rounding.isWhole(paid, left(unused), whole(unused)));
    }

    private static Money rest(Unused unused) {
        var rest = unused.paid().minus(unused.credited());
        return rest.isNegative() ? Money.zero(rest.currency()) : rest;
    }

    private static BigDecimal left(Unused unused) {
        long left = Duration.between(unused.at(), unused.until()).toSeconds();
        return BigDecimal.valueOf(left).max(BigDecimal.ZERO).min(whole(unused));
    }

    /** At least one: a period of less than a second has nothing left as soon as it has begun. */
    private static BigDecimal whole(Unused unused) {
        return BigDecimal.valueOf(Math.max(1, Duration.between(unused.from(), unused.until()).toSeconds()));
    }
}
