package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueUnitsTest {
    @ParameterizedTest
    @CsvSource({"100, 0, 100", "10, 4, 100000", "0.01, 4, 100", "1.50, 1, 15", "1e3, 0, 1000", "-1, 2, -100"})
    void wholeSmallestUnits(BigDecimal units, int decimals, long smallest) {
        assertThat(CatalogueUnits.isExact(units, decimals)).isTrue();
        assertThat(CatalogueUnits.smallest(units, decimals)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.00001, 4", "1000000000000000000, 0", "1e15, 4"})
    void neverRoundsOrOverflows(BigDecimal units, int decimals) {
        assertThat(CatalogueUnits.isExact(units, decimals)).isFalse();
    }

    @Test
    void refusesWhatIsFiner() {
        assertThatThrownBy(() -> CatalogueUnits.smallest(new BigDecimal("0.5"), 0))
                .isInstanceOf(ArithmeticException.class);
    }
}
