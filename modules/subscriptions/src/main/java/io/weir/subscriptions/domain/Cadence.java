package io.weir.subscriptions.domain;

import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a plan's periods follow each other in a tenant's zone. Months and years are counted from the anchor, so that 31
 * January gives 28 February and then 31 March; days are whole local days, which may have 23 or 25 hours.
 */
public record Cadence(Plan.Term term, ZoneId zone) {
    private static final Duration FARTHEST_ZONE_CHANGE = Duration.ofHours(26);

    /** The period that begins now. */
    public Period first(Instant now) {
        return new Period(now, boundary(now, 1));
    }

    /** The period that begins where another ends: up to the anchor's next boundary. */
    public Period after(Instant anchor, Instant from) {
        if (boundary(anchor, 1).isEmpty()) {
            return Period.since(from);
        }
        var clear = from.plus(tolerance());
        long step = Math.max(1, stepsBetween(anchor, from));
        var until = boundary(anchor, step).orElseThrow();
        while (!until.isAfter(clear)) {
            step++;
            until = boundary(anchor, step).orElseThrow();
        }
        return Period.between(from, until);
    }

    /** The given period, or the one of its successors that the moment falls into. */
    public Period containing(Instant anchor, Period period, Instant moment) {
        var found = period;
        while (found.until().isPresent() && !moment.isBefore(found.until().get())) {
            found = after(anchor, found.until().get());
        }
        return found;
    }

    /** The first boundary after a moment, counted from the anchor, before which they lie too. */
    public Optional<Instant> next(Instant anchor, Instant moment) {
        if (boundary(anchor, 1).isEmpty()) {
            return Optional.empty();
        }
        // Months are clipped and days are not all as long: a bound from below, and then on.
        long step = stepsBetween(anchor, moment) - 2;
        while (!boundary(anchor, step).orElseThrow().isAfter(moment)) {
            step++;
        }
        return boundary(anchor, step);
    }

    /** Whether a period counted from the anchor begins then. */
    public boolean isBoundary(Instant anchor, Instant moment) {
        return next(anchor, moment.minusMillis(1)).map(moment::equals).orElse(moment.equals(anchor));
    }

    private Optional<Instant> boundary(Instant anchor, long step) {
        var local = anchor.atZone(zone);
        return switch (term.interval()) {
            case PlanContent.MONTH -> Optional.of(local.plusMonths(step).toInstant());
            case PlanContent.YEAR -> Optional.of(local.plusYears(step).toInstant());
            case PlanContent.DAYS -> Optional.of(local.plusDays(step * days()).toInstant());
            case PlanContent.LIFETIME -> Optional.empty();
            default -> throw new IllegalStateException("interval " + term.interval());
        };
    }

    /** A lower bound, so that an account of ten years is not counted through from its first day. */
    private long stepsBetween(Instant anchor, Instant from) {
        ZonedDateTime start = anchor.atZone(zone);
        ZonedDateTime end = from.atZone(zone);
        return switch (term.interval()) {
            case PlanContent.MONTH -> ChronoUnit.MONTHS.between(start, end);
            case PlanContent.YEAR -> ChronoUnit.YEARS.between(start, end);
            default -> ChronoUnit.DAYS.between(start, end) / days();
        };
    }

    /**
     * A tenant that moves to another zone moves its boundaries by hours; without this the boundary just passed would
     * come again and give away a full quota for those hours.
     */
    private Duration tolerance() {
        boolean brief = PlanContent.DAYS.equals(term.interval()) && days() < 3;
        return brief ? Duration.ofHours(12L * days()) : FARTHEST_ZONE_CHANGE;
    }

    private int days() {
        return term.days().orElseThrow();
    }
}
