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
        var known = known();
        complaints.unless(known.isPresent(), "currency", "BAD_CURRENCY");
        if (major != null) {
            complaints.unless(major.signum() >= 0, "price", "NEGATIVE");
            complaints.unless(major.compareTo(MOST) <= 0, "price", "OUT_OF_RANGE");
            known.ifPresent(c -> complaints.unless(decimals() <= c.getDefaultFractionDigits(), "price", "TOO_PRECISE"));
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

    private int decimals() {
        return major.signum() == 0 ? 0 : Math.max(0, major.stripTrailingZeros().scale());
    }
}
