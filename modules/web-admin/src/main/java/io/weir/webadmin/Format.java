package io.weir.webadmin;

import io.weir.kernel.api.Money;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.ResourceBundle;

/** Figures and times as the administrator reads them, in the tenant's time zone. */
@RequestScoped
public class Format {
    static final String NOTHING = "–";

    @Inject
    private Visitor visitor;
    @Inject
    private Time time;

    String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(visitor.getLocale());
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.major());
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

    String number(long number) {
        return quantity(number, 0);
    }

    String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(visitor.getLocale())
                .withZone(visitor.tenant().zone()).format(moment);
    }

    /** A day of a calendar, wherever it was. */
    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(visitor.getLocale()).format(date);
    }

    /** Short, for a chart's axis. */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("dayOfMonth"), visitor.getLocale()).format(date);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(text("monthOfYear"), visitor.getLocale()).format(month);
    }

    String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(visitor.getLocale()).withZone(visitor.tenant().zone()).format(moment);
    }

    /** The time of day, to the second. */
    String clock(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(visitor.getLocale())
                .withZone(visitor.tenant().zone()).format(moment);
    }

    String time(Optional<Instant> moment) {
        return moment.map(this::time).orElse(NOTHING);
    }

    /** How long ago, by the clock of the tenant. */
    String age(Instant moment) {
        var age = Age.of(Duration.between(moment, time.now(visitor.tenantId())));
        return text("age." + age.unit(), age.count());
    }

    /** A text of the console's own bundle, with its arguments. */
    String text(String key, Object... arguments) {
        return new MessageFormat(texts().getString(key), visitor.getLocale()).format(arguments);
    }

    /** The text for one value of an open set, such as a gateway's name; the value itself where there is none. */
    String word(String group, String value) {
        String key = group + "." + value;
        return texts().containsKey(key) ? text(key) : value;
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("io.weir.webadmin.texts", visitor.getLocale());
    }
}
