package io.weir.billing.domain.simulation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What lets through, period by period, what a plan's limits would have refused of a meter: {@code bought} by period,
 * each the cheapest way to have what is missing then.
 */
public record Remedy(List<Map<Pack, Long>> bought) {
    public Remedy {
        bought = List.copyOf(bought);
    }

    /**
     * One kind of packages for all periods: the one that costs less, extensions when both cost the same. Without either
     * nothing is bought. An extension ends with its period; what is left of credits counts for the next.
     *
     * @param blocked by period
     */
    public static Remedy of(List<Long> blocked, List<Pack> extensions, List<Pack> credits) {
        if (extensions.isEmpty() && credits.isEmpty()) {
            return new Remedy(blocked.stream().map(none -> Map.<Pack, Long>of()).toList());
        }
        var one = extensions.isEmpty() ? null : new Remedy(blocked.stream().map(units -> cheapest(extensions, units))
                .toList());
        var other = credits.isEmpty() ? null : stocked(blocked, credits);
        return other == null || one != null && one.cost().compareTo(other.cost()) <= 0 ? one : other;
    }

    private static Remedy stocked(List<Long> blocked, List<Pack> credits) {
        var bought = new ArrayList<Map<Pack, Long>>();
        long stock = 0;
        for (long units : blocked) {
            var more = cheapest(credits, Math.max(0, units - stock));
            stock = stock + more.entrySet().stream().flatMapToLong(each -> LongStream.of(each.getKey().units()
                    * each.getValue())).sum() - units;
            bought.add(more);
        }
        return new Remedy(bought);
    }

    private static Map<Pack, Long> cheapest(List<Pack> offers, long units) {
        return units == 0 ? Map.of() : Cheapest.covering(offers, units);
    }

    private BigInteger cost() {
        return bought.stream().flatMap(period -> period.entrySet().stream())
                .map(each -> BigInteger.valueOf(each.getKey().price().minor())
                        .multiply(BigInteger.valueOf(each.getValue())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
