package io.weir.billing.domain.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How long something has been due, in days of the tenant's. */
public enum Ages {
    CURRENT("current", Integer.MIN_VALUE, 0), TO_30("1-30", 1, 30), TO_60("31-60", 31, 60), TO_90("61-90", 61, 90),
    OVER_90("over-90", 91, Integer.MAX_VALUE);

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private final String word;
    private final int least;
    private final int most;

    Ages(String word, int least, int most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    public String word() {
        return word;
    }

    /** What has this age was due no earlier than then. */
    public Instant dueFrom(LocalDate today, ZoneId zone) {
        return most == Integer.MAX_VALUE ? FIRST : today.minusDays(most).atStartOfDay(zone).toInstant();
    }

    /** And earlier than then. */
    public Instant dueUntil(LocalDate today, ZoneId zone) {
        return least == Integer.MIN_VALUE ? LAST : today.minusDays(least - 1L).atStartOfDay(zone).toInstant();
    }

    public static List<Ages> all() {
        return List.of(values());
    }
}
