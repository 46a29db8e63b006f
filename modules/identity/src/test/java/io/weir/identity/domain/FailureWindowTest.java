package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureWindowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void closesAtTheLimitUntilTheMinuteIsOver() {
        var window = failures(4);
        assertThat(window.closedFor(START.plusSeconds(10), 5)).isEmpty();
        var full = window.failedAgain(START.plusSeconds(10));
        assertThat(full.closedFor(START.plusSeconds(10), 5)).contains(Duration.ofSeconds(50));
        assertThat(full.closedFor(START.plusMillis(59_001), 5)).contains(Duration.ofSeconds(1));
        assertThat(full.closedFor(START.plusSeconds(60), 5)).isEmpty();
    }

    @Test
    void roundsTheWaitUp() {
        assertThat(failures(5).closedFor(START.plusMillis(10_001), 5)).contains(Duration.ofSeconds(50));
        assertThat(failures(5).closedFor(START.plusMillis(9_999), 5)).contains(Duration.ofSeconds(51));
    }

    @Test
    void startsAnewAfterAMinute() {
        var later = START.plusSeconds(60);
        assertThat(failures(5).failedAgain(later)).isEqualTo(new FailureWindow(later, 1));
        assertThat(failures(5).failedAgain(later.minusMillis(1))).isEqualTo(new FailureWindow(START, 6));
    }

    private static FailureWindow failures(int count) {
        return new FailureWindow(START, count);
    }
}
