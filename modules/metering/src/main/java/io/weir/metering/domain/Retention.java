package io.weir.metering.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How many whole months of usage a tenant keeps besides the running one. Months are UTC's, as the partitions are.
 */
public record Retention(int months) {
    public static final String SETTING = "usage.retention-months";
    public static final Retention USUAL = new Retention(25);
    /** A hundred years. */
    public static final Retention ALL = new Retention(1200);

    public Retention {
        if (months < 1 || months > 1200) {
            throw new IllegalArgumentException("retention of " + months + " months");
        }
    }

    /** One that cannot be read keeps everything: nothing is forgotten by a slip of the pen. */
    public static Retention of(Optional<String> setting) {
        return setting.map(text -> isReadable(text) ? new Retention(Integer.parseInt(text)) : ALL).orElse(USUAL);
    }

    /** A whole number from 1 to 1200. */
    public static boolean isReadable(String setting) {
        return setting.matches("[1-9][0-9]{0,3}") && Integer.parseInt(setting) <= ALL.months;
    }

    /** Usage before this is forgotten; always the beginning of a month, and so the bound of a partition. */
    public Instant cutoff(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(months).atDay(1)
                .atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
