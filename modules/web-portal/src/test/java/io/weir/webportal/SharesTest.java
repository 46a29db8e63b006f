package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0, ''", "5, 0, 0, ''", "0, 1000, 0, ''", "799, 1000, 79, ''", "800, 1000, 80, high",
        "999, 1000, 99, high", "1000, 1000, 100, full", "1500, 1000, 100, full",
        "9000000000000000000, 9100000000000000000, 98, high"})
    void fullIsOnlyWhatIsUsedUp(long used, long granted, long percent, String level) {
        assertThat(Shares.percent(used, granted)).isEqualTo(percent);
        assertThat(Shares.level(percent)).isEqualTo(level);
    }
}
