package io.weir.kernel.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in whole minor units of its currency (cents; VND has no minor unit, so there one unit is one dong).
 * Arithmetic never rounds; {@link #ofMajor} refuses amounts finer than the currency.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws ArithmeticException when the amount has more decimals than the currency, or does not fit */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        return new Money(major.setScale(decimals(currency), RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
                currency);
    }

    /** The amount in major units, with exactly the currency's decimals: 49.00 USD, 99000 VND. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
