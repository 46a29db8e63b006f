package io.weir.paymentgateways.paddle;

import io.weir.kernel.api.Money;
import io.weir.payments.spi.UnreadableNoticeException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Paddle's amounts are texts: whole minor units in Billing ({@code "2900"}), decimals in Classic ({@code "29.00"}). */
final class Amounts {
    private static final Pattern MINOR = Pattern.compile("-?\\d{1,18}");
    private static final Pattern MAJOR = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private Amounts() {
    }

    static Money minor(String amount, String currency) {
        return new Money(Long.parseLong(checked(MINOR, amount)), currency(currency));
    }

    static Money major(String amount, String currency) {
        try {
            return Money.ofMajor(new BigDecimal(checked(MAJOR, amount)), currency(currency));
        } catch (ArithmeticException e) {
            throw new UnreadableNoticeException("finer than " + currency + " is: " + amount, e);
        }
    }

    /**
     * What came of what we asked. Paddle may put tax on top and pays that to the state itself; then the seller's
     * amount is what remains. Everything else is told as it is, and may wait for a person.
     */
    static Money received(Money gross, Money tax, OurIds ours) {
        var net = gross.minus(tax);
        return ours.isAsked(net) ? net : gross;
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new UnreadableNoticeException("no currency", e);
        }
    }

    private static String checked(Pattern form, String amount) {
        if (!form.matcher(amount).matches()) {
            throw new UnreadableNoticeException("no amount: " + amount.length() + " characters");
        }
        return amount;
    }
}
