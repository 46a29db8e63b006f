package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreePlanTest {
    private final StoredPlan trial = Rows.plan("trial", "lifetime", "0", 5, Map.of());
    private final StoredPlan free = Rows.plan("free", "lifetime", "0", 2, Map.of());
    private final StoredPlan cheap = Rows.plan("cheap", "1", 0);

    @Test
    void isTheLowestOfThoseForNothing() {
        assertThat(FreePlan.of(List.of(trial, cheap, free))).contains(free);
    }

    @Test
    void isOnSale() {
        free.retire(Instant.EPOCH);
        assertThat(FreePlan.of(List.of(trial, cheap, free))).contains(trial);
    }

    @Test
    void mayBeMissing() {
        assertThat(FreePlan.of(List.of(cheap))).isEmpty();
        assertThat(FreePlan.of(List.of())).isEmpty();
    }
}
