package io.weir.notifications.internal;

import io.weir.kernel.api.Money;
import io.weir.platform.api.Messages;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and amounts as mails write them. */
final class Wording {
    private Wording() {
    }

    static String day(Messages messages, Locale language, ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern(messages.text(language, "MAIL_DAY"), language).format(moment);
    }

    static String amount(Locale language, Money money) {
        var form = NumberFormat.getNumberInstance(language);
        form.setMinimumFractionDigits(money.major().scale());
        form.setMaximumFractionDigits(money.major().scale());
        return form.format(money.major()) + " " + money.currency().getCurrencyCode();
    }
}
