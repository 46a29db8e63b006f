package io.weir.paymentgateways.stripe;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * Amounts as Stripe counts them, which for some currencies is not as ISO 4217 does: ariary have no decimals there;
 * krónur and Ugandan shillings have none but are written with two, both nought; currencies of three decimals are
 * charged in steps of ten. Forint and Taiwan dollars are whole in payouts only. Source: docs.stripe.com/currencies.
 */
final class StripeMoney {
    private static final Set<String> NO_DECIMALS = Set.of("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG",
            "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {
    }

    /** @throws ArithmeticException for an amount that Stripe can't charge to the last unit */
    static long amount(Money money) {
        String code = money.currency().getCurrencyCode();
        long amount = money.major().setScale(decimals(code), RoundingMode.UNNECESSARY).unscaledValue()
                .longValueExact();
        if (THREE_DECIMALS.contains(code) && amount % 10 != 0) {
            throw new ArithmeticException(money + " is no multiple of ten");
        }
        return amount;
    }

    /** The code as Stripe writes it: {@code vnd}. */
    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** @throws RuntimeException when there is no such currency, or the amount is finer than it */
    static Money of(long amount, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        return Money.ofMajor(BigDecimal.valueOf(amount, decimals(code)), Currency.getInstance(code));
    }

    private static int decimals(String code) {
        return NO_DECIMALS.contains(code) ? 0 : THREE_DECIMALS.contains(code) ? 3 : 2;
    }
}
