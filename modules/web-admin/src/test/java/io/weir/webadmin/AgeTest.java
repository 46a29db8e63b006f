package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    @ParameterizedTest
    @CsvSource({"PT0S, minutes, 0", "PT59M59S, minutes, 59", "PT1H, hours, 1", "PT23H59M, hours, 23", "P1D, days, 1",
        "P40D, days, 40", "PT-5M, minutes, 0"})
    void isToldInItsLargestWholeUnit(Duration waited, String unit, long count) {
        assertThat(Age.of(waited)).isEqualTo(new Age(unit, count));
    }
}
