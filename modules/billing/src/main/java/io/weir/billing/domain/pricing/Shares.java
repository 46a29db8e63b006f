package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount by weights so that the parts add up to it: by the largest remainder, of equal ones the first. No
 * part is above its weight while the amount is not above the weights' sum.
 */
final class Shares {
    private Shares() {
    }

    /** Nothing of it is negative; not all weights are zero unless the amount is. */
    static List<Money> of(Money amount, List<Money> weights) {
        var whole = weights.stream().map(weight -> big(weight.minor())).reduce(BigInteger.ZERO, BigInteger::add);
        if (amount.isZero()) {
            return weights.stream().map(weight -> Money.zero(amount.currency())).toList();
        }
        var parts = weights.stream()
                .map(weight -> big(amount.minor()).multiply(big(weight.minor())).divideAndRemainder(whole)).toList();
        var shares = new ArrayList<>(parts.stream().map(part -> part[0].longValueExact()).toList());
        long left = amount.minor() - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed()).limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares.stream().map(share -> new Money(share, amount.currency())).toList();
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
