package io.weir.billing.domain.simulation;

import static io.weir.billing.domain.simulation.CheapestTest.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemedyTest {
    private final Pack extension = pack(100, 100);
    private final Pack credits = pack(250, 150);

    @Test
    void whatIsLeftOfCreditsCountsForTheNextPeriodAndOfExtensionsItEnds() {
        var blocked = List.of(60L, 60L, 0L, 200L);
        assertThat(Remedy.of(blocked, List.of(extension), List.of()).bought()).containsExactly(
                Map.of(extension, 1L), Map.of(extension, 1L), Map.of(), Map.of(extension, 2L));
        assertThat(Remedy.of(blocked, List.of(), List.of(credits)).bought()).containsExactly(
                Map.of(credits, 1L), Map.of(), Map.of(), Map.of(credits, 1L));
    }

    @Test
    void whicheverCostsLessOverAllPeriodsIsTheOne() {
        assertThat(Remedy.of(List.of(60L, 60L), List.of(extension), List.of(credits)).bought().get(0))
                .containsOnlyKeys(credits);
        assertThat(Remedy.of(List.of(60L), List.of(extension), List.of(credits)).bought().get(0))
                .containsOnlyKeys(extension);
        var same = pack(100, 100);
        assertThat(Remedy.of(List.of(60L), List.of(extension), List.of(same)).bought().get(0))
                .containsOnlyKeys(extension);
    }

    @Test
    void withoutPackagesNothingHelps() {
        assertThat(Remedy.of(List.of(60L, 1L), List.of(), List.of()).bought()).containsExactly(Map.of(), Map.of());
    }
}
