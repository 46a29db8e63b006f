package io.weir.webportal;

import io.weir.kernel.api.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Optional;
import java.util.ResourceBundle;

/** Figures and times as the visitor reads them, in the tenant's time zone. */
@RequestScoped
public class Format {
    @Inject
    private Visitor visitor;

    String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(visitor.getLocale());
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.major());
    }

    /** A price in major units, with all the decimals it has, but no fewer than the currency's. */
    String price(BigDecimal major, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(visitor.getLocale());
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, major.stripTrailingZeros().scale()));
        return format.format(major);
    }

    /** Smallest units of a meter as whole ones: 105000 with four decimals is 10.5. */
    String quantity(long smallest, int decimals) {
        var format = NumberFormat.getInstance(visitor.getLocale());
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(smallest, decimals));
    }

    /** With all the decimals it has. */
    String decimal(BigDecimal number) {
        var format = NumberFormat.getInstance(visitor.getLocale());
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    String share(double rate) {
        var percent = NumberFormat.getPercentInstance(visitor.getLocale());
        percent.setMaximumFractionDigits(1);
        return percent.format(rate);
    }

    String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(visitor.getLocale())
                .withZone(visitor.getTenant().zone()).format(time);
    }

    String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(visitor.getLocale())
                .withZone(visitor.getTenant().zone()).format(time);
    }

    String time(Optional<Instant> time) {
        return time.map(this::time).orElse("–");
    }

    /** The text for one value of an open set; the value itself where there is none. */
    String word(String group, String value) {
        String key = group + "." + value;
        var texts = ResourceBundle.getBundle("io.weir.webportal.texts", visitor.getLocale());
        return texts.containsKey(key) ? text(key) : value;
    }

    /** The same, but nothing where there is no text. */
    String wordOrNone(String group, String value) {
        var word = word(group, value);
        return word.equals(value) ? "" : word;
    }

    /** A text of the portal's own bundle, with its arguments. */
    String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("io.weir.webportal.texts", visitor.getLocale()).getString(key);
        return new java.text.MessageFormat(pattern, visitor.getLocale()).format(arguments);
    }
}
