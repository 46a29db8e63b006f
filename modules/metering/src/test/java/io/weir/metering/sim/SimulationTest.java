package io.weir.metering.sim;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The gate in as many worlds as there are seeds. {@code -Dweir.sim.seed=…} repeats one, {@code -Dweir.sim.seeds=…} says
 * how many there are to be.
 */
class SimulationTest {
    @Test
    void whatever_happens_nothing_is_lost_or_counted_twice() {
        var one = Long.getLong("weir.sim.seed");
        if (one != null) {
            run(one);
            return;
        }
        LongStream.range(0, Long.getLong("weir.sim.seeds", 10_000)).forEach(SimulationTest::run);
    }

    private static void run(long seed) {
        try {
            new World(seed).run();
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError("repeat with -Dweir.sim.seed=" + seed, failed);
        }
    }
}
