package io.weir.identity.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
    @Test
    void neverHoldsMoreThanItMay() {
        var map = new RecentlyUsed<Integer, Integer>(100);
        IntStream.range(0, 10_000).forEach(i -> map.put(i, i));
        assertThat(IntStream.range(0, 10_000).filter(i -> map.get(i).isPresent()).count()).isLessThanOrEqualTo(100);
        assertThat(map.get(9_999)).contains(9_999);
    }

    @Test
    void keepsWhatIsAskedFor() {
        var map = new RecentlyUsed<Integer, Integer>(100);
        map.put(-1, 42);
        for (int i = 0; i < 10_000; i++) {
            map.put(i, i);
            assertThat(map.get(-1)).contains(42);
        }
    }
}
