package io.weir.billing.domain.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a final invoice, and what credit notes gave back of it, the earliest first. Its net is earned day by day
 * while its time lasts; on the day of issue where it has none. What is given back was not earned: first what would
 * have been from that day on, and on that day what is more than that.
 */
public record BilledLine(LocalDate issued, long net, Optional<Time> time, List<Back> backs) {
    public BilledLine {
        backs = List.copyOf(backs);
    }

    /** So many days from the first one on. */
    public record Time(LocalDate first, int days) {
        /** From the day that it begins on, until the day before the one that it ends on; at least one. */
        public static Time between(Instant from, Instant until, ZoneId zone) {
            var first = LocalDate.ofInstant(from, zone);
            return new Time(first, (int) Math.max(1,
                    ChronoUnit.DAYS.between(first, LocalDate.ofInstant(until, zone))));
        }
    }

    /** {@code net}: of the credit note's line, in minor units; against the sign of what it gives back. */
    public record Back(LocalDate on, long net) {
    }

    List<Spread> spreads() {
        var own = time.map(its -> new Spread(issued, its.first(), its.days(), net))
                .orElseGet(() -> new Spread(issued, issued, 1, net));
        var spreads = new ArrayList<>(List.of(own));
        backs.forEach(back -> takeBack(own, back, spreads));
        return spreads;
    }

    private static void takeBack(Spread own, Back back, List<Spread> spreads) {
        var before = back.on().minusDays(1);
        long ahead = spreads.stream().mapToLong(spread -> spread.amount() - spread.through(before)).sum();
        long unearned = Math.min(Math.abs(back.net()), Math.max(0, ahead * Long.signum(own.amount())));
        long fromAhead = Long.signum(back.net()) * unearned;
        if (fromAhead != 0) {
            var first = own.first().isAfter(back.on()) ? own.first() : back.on();
            int days = (int) ChronoUnit.DAYS.between(first, own.last()) + 1;
            spreads.add(new Spread(back.on(), first, days, fromAhead));
        }
        if (back.net() != fromAhead) {
            spreads.add(new Spread(back.on(), back.on(), 1, back.net() - fromAhead));
        }
    }
}
