package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The only place where money is rounded: half up to the minor unit, and away from zero below it, so that what is taken
 * back rounds as what was charged did.
 */
public final class Rounding {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rounding() {
    }

    /** @throws ArithmeticException when the amount does not fit */
    public static Money of(BigDecimal major, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return Money.ofMajor(major.setScale(decimals, RoundingMode.HALF_UP), currency);
    }

    static Money percent(Money whole, BigDecimal percent) {
        return part(whole, percent, HUNDRED);
    }

    /** What is left of a price when the tax that it contains is taken off. */
    static Money withoutTax(Money gross, BigDecimal rate) {
        return part(gross, HUNDRED, HUNDRED.add(rate));
    }

    /** {@code whole × of / all}, in one step. */
    public static Money part(Money whole, BigDecimal of, BigDecimal all) {
        return new Money(BigDecimal.valueOf(whole.minor()).multiply(of).divide(all, 0, RoundingMode.HALF_UP)
                .longValueExact(), whole.currency());
    }

    /** Whether {@link #part} is exact. */
    static boolean isWhole(Money whole, BigDecimal of, BigDecimal all) {
        return BigDecimal.valueOf(whole.minor()).multiply(of).remainder(all).signum() == 0;
    }

    /** One way to write each number: 0.1 for 0.10, 100 for 1E+2. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
