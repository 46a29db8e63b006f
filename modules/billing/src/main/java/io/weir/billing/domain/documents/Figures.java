package io.weir.billing.domain.documents;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, quantities and days as a language writes them. */
record Figures(Locale language, ZoneId zone, DateTimeFormatter day) {
    /** @param dayPattern of java.time */
    static Figures of(Locale language, ZoneId zone, String dayPattern) {
        return new Figures(language, zone, DateTimeFormatter.ofPattern(dayPattern, language));
    }

    /** Without its currency. */
    String amount(Money money) {
        return number(money.major(), money.major().scale());
    }

    String total(Money money) {
        return amount(money) + "\u00a0" + money.currency().getCurrencyCode();
    }

    /** As fine as it is, but at least as an amount is. */
    String price(BigDecimal major, Money like) {
        return number(major, like.major().scale());
    }

    String quantity(BigDecimal quantity) {
        return number(quantity, 0);
    }

    String percent(BigDecimal percent) {
        return number(percent, 0) + "\u00a0%";
    }

    String day(Instant moment) {
        return day.format(moment.atZone(zone));
    }

    private String number(BigDecimal number, int leastDecimals) {
        var form = NumberFormat.getNumberInstance(language);
        form.setMinimumFractionDigits(leastDecimals);
        form.setMaximumFractionDigits(Math.max(leastDecimals, number.stripTrailingZeros().scale()));
        return form.format(number);
    }
}
