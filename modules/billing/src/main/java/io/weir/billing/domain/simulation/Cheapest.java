package io.weir.billing.domain.simulation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cheapest way to buy at least so many units; of equally cheap ones that with the fewest packages. Every
 * combination is looked at that could be better than the best so far, in order of the price of a unit; after {@value
 * #MOST} of them the best so far is it, which only packages without any common measure come to.
 */
public final class Cheapest {
    private static final int MOST = 20_000;
    private final List<Pack> offers;
    private final long[] counts;
    private long[] best;
    private BigInteger bestCost;
    private long bestCount;
    private int looked;

    private Cheapest(List<Pack> offers) {
        this.offers = offers.stream().sorted(Cheapest::byUnitPrice).toList();
        this.counts = new long[offers.size()];
    }

    /**
     * @param offers in one currency, at least one of them
     * @return how often each is bought, those that are not left out
     */
    public static Map<Pack, Long> covering(List<Pack> offers, long units) {
        var search = new Cheapest(offers);
        search.look(0, units, BigInteger.ZERO, 0);
        var bought = new LinkedHashMap<Pack, Long>();
        for (int i = 0; i < search.offers.size(); i++) {
            if (search.best[i] > 0) {
                bought.put(search.offers.get(i), search.best[i]);
            }
        }
        return bought;
    }

    /** The larger first where a unit costs the same, so that few packages are found early. */
    private static int byUnitPrice(Pack one, Pack other) {
        int cheaper = price(one).multiply(BigInteger.valueOf(other.units()))
                .compareTo(price(other).multiply(BigInteger.valueOf(one.units())));
        return cheaper != 0 ? cheaper
                : Comparator.comparing(Pack::units).reversed().thenComparing(Pack::id).compare(one, other);
    }

    /** From the most that make sense of this offer to none; dearer ones make up for what is missing. */
    private void look(int at, long missing, BigInteger cost, long count) {
        if (missing <= 0) {
            keepIfBetter(cost, count);
            return;
        }
        var offer = offers.get(at);
        long most = times(missing, offer);
        boolean isLast = at == offers.size() - 1;
        for (long n = most; n >= (isLast ? most : 0) && isWorthwhile(); n--) {
            long left = missing - Math.min(missing, n * offer.units());
            var spent = cost.add(price(offer).multiply(BigInteger.valueOf(n)));
            int dearer = best == null ? -1 : least(at + 1, left, spent).compareTo(bestCost);
            if (dearer > 0 && n < most) {
                // Fewer of this one cost still more: what is missing then comes at no better a price.
                break;
            }
            if (dearer < 0 || dearer == 0 && count + n + (left > 0 ? 1 : 0) < bestCount) {
                counts[at] = n;
                look(at + 1, left, spent, count + n);
            }
        }
        counts[at] = 0;
    }

    private boolean isWorthwhile() {
        looked++;
        return best == null || looked <= MOST;
    }

    /** What is left costs at least what it does at the next offer's price of a unit. */
    private BigInteger least(int next, long left, BigInteger spent) {
        return left > 0 ? spent.add(leastFor(offers.get(next), left)) : spent;
    }

    private static BigInteger leastFor(Pack offer, long units) {
        var size = BigInteger.valueOf(offer.units());
        return price(offer).multiply(BigInteger.valueOf(units)).add(size).subtract(BigInteger.ONE).divide(size);
    }

    private void keepIfBetter(BigInteger cost, long count) {
        int compared = best == null ? -1 : cost.compareTo(bestCost);
        if (compared < 0 || compared == 0 && count < bestCount) {
            best = Arrays.copyOf(counts, counts.length);
            bestCost = cost;
            bestCount = count;
        }
    }

    private static long times(long missing, Pack offer) {
        return (missing - 1) / offer.units() + 1;
    }

    private static BigInteger price(Pack offer) {
        return BigInteger.valueOf(offer.price().minor());
    }
}
