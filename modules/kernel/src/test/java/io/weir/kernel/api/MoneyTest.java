package io.weir.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency VND = Currency.getInstance("VND");

    @ParameterizedTest
    @CsvSource({"49, USD, 4900", "49.00, USD, 4900", "0.01, USD, 1", "-3.5, USD, -350", "99000, VND, 99000",
        "1.005, KWD, 1005"})
    void majorUnitsBecomeMinorOnes(BigDecimal major, String currency, long minor) {
        assertThat(Money.ofMajor(major, Currency.getInstance(currency)).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"0.001, USD", "99000.5, VND", "92233720368547758.08, USD"})
    void whatIsFinerThanTheCurrencyOrDoesNotFitIsRefused(BigDecimal major, String currency) {
        assertThatThrownBy(() -> Money.ofMajor(major, Currency.getInstance(currency)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void majorUnitsHaveExactlyTheDecimalsOfTheCurrency() {
        assertThat(new Money(4900, USD).major()).isEqualTo(new BigDecimal("49.00"));
        assertThat(new Money(99_000, VND).major()).isEqualTo(new BigDecimal("99000"));
        assertThat(new Money(4900, USD)).hasToString("49.00 USD");
    }

    @Test
    void amountsAddSubtractAndMultiply() {
        var five = new Money(500, USD);
        assertThat(five.plus(new Money(25, USD))).isEqualTo(new Money(525, USD));
        assertThat(five.minus(new Money(600, USD))).isEqualTo(new Money(-100, USD));
        assertThat(five.times(3)).isEqualTo(new Money(1500, USD));
        assertThat(five.minus(five)).isEqualTo(Money.zero(USD)).matches(Money::isZero);
        assertThat(five.times(-1)).matches(Money::isNegative);
        assertThat(five).isGreaterThan(new Money(499, USD));
    }

    @Test
    void currenciesDoNotMix() {
        var dollars = new Money(1, USD);
        var dong = new Money(1, VND);
        assertThatThrownBy(() -> dollars.plus(dong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.minus(dong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.compareTo(dong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void overflowIsAnErrorAndNotAnotherAmount() {
        var most = new Money(Long.MAX_VALUE, USD);
        assertThatThrownBy(() -> most.plus(new Money(1, USD))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        var least = new Money(Long.MIN_VALUE, USD);
        assertThatThrownBy(() -> least.minus(new Money(1, USD))).isInstanceOf(ArithmeticException.class);
    }
}
