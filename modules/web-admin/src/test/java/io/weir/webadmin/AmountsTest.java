package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"99000, VND, 99000", "0, VND, 0", "49.99, USD, 49.99", "49.9, usd, 49.9", "49, USD, 49",
        "' 5 ', USD, 5", "1.5, XYZ, 1.5"})
    void readsWhatCannotBeMistaken(String text, String currency, BigDecimal amount) {
        assertThat(Amounts.read(text, currency)).get()
                .satisfies(read -> assertThat(read).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @CsvSource({"99.000, VND", "99.0, VND", "1.999, USD", "'99,000', VND", "1e3, USD", "-1, USD",
        "'', USD", "4 9, USD", ".5, USD", "$5, USD"})
    void refusesWhatCouldBeAnotherAmount(String text, String currency) {
        assertThat(Amounts.read(text, currency)).isEmpty();
    }

    @Test
    void nothingIsNoAmount() {
        assertThat(Amounts.read(null, null)).isEmpty();
    }
}
