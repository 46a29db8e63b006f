package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Allowances.Holding.State;
import io.weir.metering.api.Overage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldingOrderTest {
    private final Allowance forGood = allowance(1, -9, null, false);
    private final Allowance endsSoon = allowance(2, -9, 5L, false);
    private final Allowance resting = allowance(3, -9, 9L, true);
    private final Allowance later = allowance(4, 3, 99L, false);
    private final Allowance endedJustNow = allowance(5, -9, 0L, false);
    private final Allowance endedBefore = allowance(6, -9, -3L, false);

    @Test
    void open_ones_as_they_are_spent_then_those_to_come_then_the_past() {
        var shown = Stream.of(endedBefore, later, forGood, endedJustNow, resting, endsSoon)
                .sorted(HoldingOrder.at(NOON)).toList();
        assertThat(shown).containsExactly(endsSoon, forGood, resting, later, endedJustNow, endedBefore);
        assertThat(shown).extracting(allowance -> HoldingOrder.state(allowance.lifetime(), NOON)).containsExactly(
                State.OPEN, State.OPEN, State.RESTING, State.LATER, State.ENDED, State.ENDED);
    }

    private static Allowance allowance(int number, long startsIn, Long endsIn, boolean rests) {
        Optional<Instant> end = Optional.ofNullable(endsIn).map(NOON::plusSeconds);
        var lifetime = new Lifetime(NOON.plusSeconds(startsIn), end,
                rests ? Optional.of(NOON.minusSeconds(1)) : Optional.empty(), Optional.empty(), NOON.minusSeconds(9));
        return new Allowance(new UUID(3, number), ACME, CALLS, lifetime, new Figures(1, 0, 0, 0, Overage.REFUSE));
    }
}
