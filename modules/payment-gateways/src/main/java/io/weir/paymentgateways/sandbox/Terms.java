package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Recurring;
import java.time.Instant;
import java.time.ZoneId;

/** What an agreement is for: what, each how long, and for how much. */
record Terms(Recurring recurring, String name, Money price) {
    /** The end of the n-th period since the anchor, on the anchor's day of the month or the month's last. */
    Instant end(Instant anchor, int periods, ZoneId zone) {
        long n = Math.multiplyExact((long) periods, recurring.count());
        var from = anchor.atZone(zone);
        var end = switch (recurring.unit()) {
            case DAY -> from.plusDays(n);
            case MONTH -> from.plusMonths(n);
            case YEAR -> from.plusYears(n);
        };
        return end.toInstant();
    }

    /** As a column: {@code pro/MONTH/1}. */
    static String write(Recurring recurring) {
        return recurring.product() + "/" + recurring.unit() + "/" + recurring.count();
    }

    static Recurring read(String column) {
        var parts = column.split("/");
        return new Recurring(parts[0], Recurring.Unit.valueOf(parts[1]), Integer.parseInt(parts[2]));
    }
}
