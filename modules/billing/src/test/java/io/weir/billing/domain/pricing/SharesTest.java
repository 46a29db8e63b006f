package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void the_largest_remainder_gets_the_cent_that_is_left_and_of_equals_the_first() {
        assertThat(shares(100, 1, 1, 1)).containsExactly(34L, 33L, 33L);
        assertThat(shares(10, 25, 50, 25)).containsExactly(3L, 5L, 2L);
        assertThat(shares(7, 0, 9, 5)).containsExactly(0L, 5L, 2L);
        assertThat(shares(0, 0, 0)).containsExactly(0L, 0L);
        assertThat(shares(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void parts_add_up_and_none_is_above_its_weight_or_a_unit_from_its_due() {
        Cases.each(2_000, random -> {
            var weights = random.longs(1 + random.nextInt(6), 0, 10_000).toArray();
            long whole = LongStream.of(weights).sum();
            long amount = whole == 0 ? 0 : random.nextLong(whole + 1);
            var shares = shares(amount, weights);
            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
            for (int i = 0; i < weights.length; i++) {
                assertThat(shares.get(i)).isBetween(0L, weights[i]);
                assertThat(Math.abs(shares.get(i) * whole - amount * weights[i])).isLessThanOrEqualTo(whole);
            }
        });
    }

    private static List<Long> shares(long amount, long... weights) {
        return Shares.of(new Money(amount, USD), LongStream.of(weights).mapToObj(w -> new Money(w, USD)).toList())
                .stream().map(Money::minor).toList();
    }
}
