package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"10.5, 4, 105000", "10, 0, 10", "0, 2, 0", "' 7 ', 0, 7", "1.500, 1, 15"})
    void unitsBecomeSmallestOnes(String text, int decimals, long smallest) {
        assertThat(Quantities.smallest(text, decimals)).contains(smallest);
    }

    @ParameterizedTest
    @CsvSource({"'1,000', 0", "1.5, 0", "-1, 0", "1e3, 0", "abc, 0"})
    void whatIsInDoubtIsRefused(String text, int decimals) {
        assertThat(Quantities.smallest(text, decimals)).isEmpty();
    }

    @Test
    void itIsWrittenAsItIsTyped() {
        assertThat(Quantities.plain(105_000, 4)).isEqualTo("10.5");
        assertThat(Quantities.plain(1_000, 0)).isEqualTo("1000");
        assertThat(Quantities.plain(0, 4)).isEqualTo("0");
    }
}
