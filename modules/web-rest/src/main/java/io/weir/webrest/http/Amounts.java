package io.weir.webrest.http;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts of money as requests say them: in major units, and no finer than the currency. */
public final class Amounts {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private Amounts() {
    }

    /** Refused: {@code VALIDATION_FAILED} on {@code amount}. */
    public static Money of(BigDecimal major, Currency currency) {
        try {
            if (major.abs().compareTo(MOST) < 0) {
                return Money.ofMajor(major, currency);
            }
        } catch (ArithmeticException tooFine) {
            throw Refusal.invalidField("amount", "TOO_FINE").asException();
        }
        throw Refusal.invalidField("amount", "OUT_OF_RANGE").asException();
    }
}
