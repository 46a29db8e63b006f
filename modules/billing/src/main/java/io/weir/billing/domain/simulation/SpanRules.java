package io.weir.billing.domain.simulation;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked for at once: so many years, in so many periods. Refused: {@code VALIDATION_FAILED}. */
public record SpanRules(int years, int periods) {
    /** A leap year's, and the hours that a clock may be put back. */
    private static final Duration LONGEST_YEAR = Duration.ofDays(366).plusHours(1);

    public void check(Instant from, Instant until) {
        if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST_YEAR.multipliedBy(years)) > 0) {
            throw refused();
        }
    }

    public void check(List<?> pieces) {
        if (pieces.size() > periods) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return Refusal.invalidField("from", "OUT_OF_RANGE").asException();
    }

    /** What of it lies between two moments; empty when nothing does. */
    public static Optional<Period> within(Instant from, Instant until, Instant earliest, Instant latest) {
        var since = from.isBefore(earliest) ? earliest : from;
        var end = until.isAfter(latest) ? latest : until;
        return since.isBefore(end) ? Optional.of(Period.between(since, end)) : Optional.empty();
    }
}
