package io.weir.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"100ms, PT0.1S", "30s, PT30S", "15m, PT15M", "12h, PT12H", "7d, PT168H", "604800, PT168H", "0, PT0S",
            "' 5m ', PT5M"})
    void readsWhatSettingsWrite(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-1s", "1.5h", "15 m", "15M", "1w", "PT15M", "9999999999s"})
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
