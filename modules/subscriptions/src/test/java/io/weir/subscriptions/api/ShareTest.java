package io.weir.subscriptions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the price, the units, and the parts that it is given back in. */
class ShareTest {
    private static final int WORLDS = 5_000;
    private final Random random = new Random(4);

    @Test
    void parts_add_up_to_the_whole_and_never_run_ahead_of_the_money() {
        for (int world = 0; world < WORLDS; world++) {
            long whole = 1 + random.nextLong(1_000_000_000_000L);
            long units = random.nextLong(100_000_000_000_000L);
            long back = 0;
            long taken = 0;
            while (back < whole) {
                long next = random.nextInt(4) == 0 ? whole : back + 1 + random.nextLong(whole - back);
                long part = new Share(back, next, whole).of(units);
                assertThat(part).isNotNegative();
                taken += part;
                back = next;
                assertThat(times(taken, whole)).isLessThanOrEqualTo(times(units, back));
            }
            assertThat(taken).isEqualTo(units);
        }
    }

    @Test
    void a_share_of_more_than_all_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 11, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(6, 5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0, 0));
    }

    private static BigInteger times(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
