package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1,PT30S", "2,PT1M", "3,PT2M", "9,PT2H8M"})
    void waitsTwiceAsLongEachTime(int attempts, Duration pause) {
        assertThat(Backoff.after(attempts)).contains(pause);
    }

    @Test
    void givesUpAfterTheTenth() {
        assertThat(IntStream.rangeClosed(1, 12).filter(attempts -> Backoff.after(attempts).isEmpty()))
                .containsExactly(10, 11, 12);
    }
}
