package io.weir.billing.domain.analytics;

import io.weir.billing.domain.pricing.Rounding;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** For how long a plan is paid at a time: so many months, or else so many days. */
public record PlanTerm(int months, int days) {
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS_OF_YEAR = new BigDecimal("365.25");

    public PlanTerm {
        if (months < 0 || days < 0 || (months == 0) == (days == 0)) {
            throw new IllegalArgumentException(months + " months, " + days + " days");
        }
    }

    public static PlanTerm ofMonths(int months) {
        return new PlanTerm(months, 0);
    }

    public static PlanTerm ofDays(int days) {
        return new PlanTerm(0, days);
    }

    /** None for what is paid once and for ever. */
    public static Optional<PlanTerm> of(Plan.Term term) {
        return switch (term.interval()) {
            case "month" -> Optional.of(ofMonths(1));
            case "year" -> Optional.of(ofMonths(12));
            case "days" -> Optional.of(ofDays(term.days().orElseThrow()));
            default -> Optional.empty();
        };
    }

    /** As a period looks: whole months where it is that long on the calendar, clipped at a month's end or not. */
    public static PlanTerm between(Instant from, Instant until, ZoneId zone) {
        var start = from.atZone(zone).toLocalDate();
        var end = until.atZone(zone).toLocalDate();
        int months = (int) ChronoUnit.MONTHS.between(start.withDayOfMonth(1), end.withDayOfMonth(1));
        boolean whole = months > 0
                && (start.plusMonths(months).equals(end) || end.minusMonths(months).equals(start));
        return whole ? ofMonths(months) : ofDays((int) Math.max(1, ChronoUnit.DAYS.between(start, end)));
    }

    /** What recurs in a month: exact, and rounded once. */
    Money monthly(Money net) {
        return months > 0 ? Rounding.part(net, BigDecimal.ONE, BigDecimal.valueOf(months))
                : Rounding.part(net, DAYS_OF_YEAR, MONTHS_OF_YEAR.multiply(BigDecimal.valueOf(days)));
    }

    /** What recurs in a year: exact, and rounded once. */
    Money yearly(Money net) {
        return months > 0 ? Rounding.part(net, MONTHS_OF_YEAR, BigDecimal.valueOf(months))
                : Rounding.part(net, DAYS_OF_YEAR, BigDecimal.valueOf(days));
    }
}
