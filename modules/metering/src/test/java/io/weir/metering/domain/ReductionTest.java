package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.metering.api.Overage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReductionTest {
    private static final Instant SOON = NOON.plus(Duration.ofDays(1));
    private final Allowance monthly = allowance(1, SOON, new Figures(100, 20, 10, 0, Overage.REFUSE));
    private final Allowance bought = allowance(2, null, new Figures(50, 5, 5, 0, Overage.REFUSE));

    @Test
    void what_is_spent_last_goes_first_and_only_what_is_free() {
        var reduction = new Reduction(List.of(monthly, bought), CALLS, NOON);
        assertThat(reduction.free()).isEqualTo(110);
        assertThat(reduction.cuts(30)).containsExactly(new Reduction.Cut(bought, 30));
        assertThat(reduction.cuts(60))
                .containsExactly(new Reduction.Cut(bought, 40), new Reduction.Cut(monthly, 20));
        assertThat(reduction.cuts(110))
                .containsExactly(new Reduction.Cut(bought, 40), new Reduction.Cut(monthly, 70));
        assertThatThrownBy(() -> reduction.cuts(111)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_has_ended_is_not_free() {
        assertThat(new Reduction(List.of(monthly, bought), CALLS, SOON).free()).isEqualTo(40);
    }

    @Test
    void overage_that_was_a_share_of_the_grant_stays_within_it() {
        var rule = new Overage(OptionalInt.of(10));
        var exceeded = allowance(3, SOON, new Figures(100, 50, 0, 7, rule));
        var reduction = new Reduction(List.of(exceeded), CALLS, NOON);
        assertThat(reduction.free()).isEqualTo(30);
        assertThat(new Figures(100 - 30, 50, 0, 7, rule).room()).isZero();
    }

    private static Allowance allowance(int number, Instant end, Figures figures) {
        var lifetime = new Lifetime(NOON.minusSeconds(60), Optional.ofNullable(end), Optional.empty(),
                Optional.empty(), NOON.minusSeconds(60));
        return new Allowance(new UUID(3, number), ACME, CALLS, lifetime, figures);
    }
}
