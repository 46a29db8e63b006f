package io.weir.subscriptions.domain;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** A price as written, in major units, beside the code of its currency; {@link #money} once it is checked. */
record Price(BigDecimal major, String currency) {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    static Price of(Money money) {
        return new Price(money.major(), money.currency().getCurrencyCode());
    }

    Price with(BigDecimal otherMajor, String otherCurrency) {
        return new Price(otherMajor == null ? major : otherMajor,
                otherCurrency == null ? currency : otherCurrency.strip().toUpperCase(Locale.ROOT));
    }

    void check(Complaints complaints) {
        complaints.unless(major != null, "price", "REQUIRED");
        complaints.unless(known().isPresent(), "currency", "BAD_CURRENCY");
        checkAmount(major, "price", complaints);
    }

    /** The least that a period costs, in the same currency; null for none. */
    void checkMinimum(BigDecimal minimum, Complaints complaints) {
        checkAmount(minimum, "minimum", complaints);
    }

    private void checkAmount(BigDecimal amount, String field, Complaints complaints) {
        if (amount != null) {
            complaints.unless(amount.signum() >= 0, field, "NEGATIVE");
            complaints.unless(amount.compareTo(MOST) <= 0, field, "OUT_OF_RANGE");
            known().ifPresent(c -> complaints.unless(decimals(amount) <= c.getDefaultFractionDigits(), field,
                    "TOO_PRECISE"));
        }
    }

    Money money() {
        return Money.ofMajor(major, known().orElseThrow());
    }

    /** Precious metals and the codes for tests have no minor unit in ISO 4217: nobody pays with them. */
    private Optional<Currency> known() {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(currency) && c.getDefaultFractionDigits() >= 0).findAny();
    }

    private static int decimals(BigDecimal amount) {
        return amount.signum() == 0 ? 0 : Math.max(0, amount.stripTrailingZeros().scale());
    }
}
