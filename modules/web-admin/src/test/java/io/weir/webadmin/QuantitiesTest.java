package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"10.5, 4, 105000", "+10, 0, 10", "-2.5, 1, -25", "−3, 0, -3", "' 7 ', 0, 7", "1.500, 1, 15"})
    void unitsBecomeSmallestOnes(String text, int decimals, long smallest) {
        assertThat(Quantities.smallest(text, decimals)).contains(smallest);
    }

    @ParameterizedTest
    @CsvSource({"'1,000', 0", "1.5, 0", "1e3, 0", "abc, 0", "--1, 0"})
    void whatIsInDoubtIsRefused(String text, int decimals) {
        assertThat(Quantities.smallest(text, decimals)).isEmpty();
    }

    @Test
    void numbersAreWrittenAsTheyAreTyped() {
        assertThat(Quantities.plain(new BigDecimal("0.500"))).isEqualTo("0.5");
        assertThat(Quantities.plain(new BigDecimal("100"))).isEqualTo("100");
        assertThat(Quantities.plain(new BigDecimal("0.00"))).isEqualTo("0");
    }
}
