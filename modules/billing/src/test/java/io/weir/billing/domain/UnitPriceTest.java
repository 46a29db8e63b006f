package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPriceTest {
    @ParameterizedTest
    @CsvSource({"0.10,USD,73,7.30 USD", "0.0125,USD,2,0.03 USD", "0.0125,USD,1,0.01 USD", "0.0049,USD,1,0.00 USD",
        "0.005,USD,1,0.01 USD", "0.015,USD,100000,1500.00 USD", "250.5,VND,3,752 VND", "0.10,KWD,1,0.100 KWD"})
    void isRoundedOnceAndHalfUp(BigDecimal price, String currency, long credits, String costs) {
        assertThat(new UnitPrice(price, Currency.getInstance(currency)).of(credits)).hasToString(costs);
    }

    @Test
    void isAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitPrice(new BigDecimal("0.00"), Currency.getInstance("USD")));
    }
}
