package io.weir.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant FROM = Instant.parse("2026-01-31T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-28T00:00:00Z");

    @Test
    void theBeginningIsInsideAndTheEndIsNot() {
        var period = Period.between(FROM, UNTIL);
        assertThat(period.contains(FROM)).isTrue();
        assertThat(period.contains(UNTIL.minusMillis(1))).isTrue();
        assertThat(period.contains(UNTIL)).isFalse();
        assertThat(period.contains(FROM.minusMillis(1))).isFalse();
    }

    @Test
    void withoutAnEndItNeverEnds() {
        assertThat(Period.since(FROM).contains(Instant.MAX)).isTrue();
        assertThat(Period.since(FROM).contains(FROM.minusMillis(1))).isFalse();
    }

    @Test
    void emptyAndBackwardOnesDoNotExist() {
        assertThatThrownBy(() -> Period.between(FROM, FROM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Period.between(UNTIL, FROM)).isInstanceOf(IllegalArgumentException.class);
    }
}
