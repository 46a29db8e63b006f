package io.weir.billing.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheapestTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void aSmallRestIsNotMadeUpForByALargePackage() {
        var large = pack(1_000, 900);
        var small = pack(100, 150);
        assertThat(Cheapest.covering(List.of(small, large), 2_050)).isEqualTo(Map.of(large, 2L, small, 1L));
    }

    @Test
    void oneLargeIsTakenWhereManySmallCostMore() {
        var large = pack(1_000, 900);
        var small = pack(100, 150);
        assertThat(Cheapest.covering(List.of(small, large), 601)).isEqualTo(Map.of(large, 1L));
    }

    @Test
    void ofEquallyCheapOnesFewestPackagesAreBought() {
        var ten = pack(10, 10);
        var fifty = pack(50, 50);
        assertThat(Cheapest.covering(List.of(ten, fifty), 100)).isEqualTo(Map.of(fifty, 2L));
    }

    @Test
    void hugeQuantitiesAreNoMatterOfTime() {
        var odd = pack(1_050_001, 999);
        var other = pack(5_300_007, 4_900);
        assertThat(worth(Cheapest.covering(List.of(odd, other), 1_000_000_000_000_000L)))
                .isGreaterThanOrEqualTo(1_000_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsCheaper(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var packs = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> pack(1 + random.nextInt(9), random.nextInt(20))).toList();
            int units = 1 + random.nextInt(40);
            var found = Cheapest.covering(packs, units);
            assertThat(worth(found)).isGreaterThanOrEqualTo(units);
            var cost = found.entrySet().stream().mapToLong(each -> each.getKey().price().minor() * each.getValue())
                    .sum();
            assertThat(cost).as("%d of %s", units, packs).isEqualTo(dynamically(packs, units));
        }
    }

    /** By another way: the least for each number of units, from one up. */
    private static long dynamically(List<Pack> packs, int units) {
        var least = new long[units + 1];
        for (int n = 1; n <= units; n++) {
            int missing = n;
            least[n] = packs.stream().mapToLong(pack -> pack.price().minor()
                    + least[(int) Math.max(0, missing - pack.units())]).min().orElseThrow();
        }
        return least[units];
    }

    private static long worth(Map<Pack, Long> bought) {
        return bought.entrySet().stream().mapToLong(each -> each.getKey().units() * each.getValue()).sum();
    }

    static Pack pack(long units, long price) {
        return new Pack(LineKind.CREDITS, UUID.randomUUID(), units + " units", units, new Money(price, EUR));
    }
}
