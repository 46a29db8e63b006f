package io.weir.tenancy.api;

import io.weir.kernel.api.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a clock is to go: to a moment, or by calendar units and then by a duration, as ISO 8601 writes them: {@code
 * P1M} from 31 January is the end of February at the same time of day, {@code P1DT12H} a day and a half.
 */
public record Ahead(Optional<Instant> to, Period dates, Duration hours) {
    private static final int YEARS = 2;
    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("P([0-9]+[YMWD])*(T([0-9]+[HMS])+)?");

    /** Exactly one of both is to be there. Refused: {@code VALIDATION_FAILED} naming {@code by} or {@code to}. */
    public static Ahead of(Optional<String> by, Optional<String> to) {
        if (by.isPresent() == to.isPresent()) {
            throw Refusal.invalidField(by.isPresent() ? "to" : "by", by.isPresent() ? "ONE_OF_BOTH" : "REQUIRED")
                    .asException();
        }
        return by.map(Ahead::by).orElseGet(() -> to(to.get()));
    }

    private static Ahead by(String text) {
        if (text.length() > LONGEST || text.length() < 3 || !FORM.matcher(text).matches()) {
            throw Refusal.invalidField("by", "WRONG_TYPE").asException();
        }
        int time = text.indexOf('T');
        var dates = time < 0 ? text : text.substring(0, time);
        try {
            return new Ahead(Optional.empty(), dates.equals("P") ? Period.ZERO : Period.parse(dates),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.invalidField("by", "OUT_OF_RANGE").asException();
        }
    }

    private static Ahead to(String text) {
        try {
            return new Ahead(Optional.of(Instant.parse(text)), Period.ZERO, Duration.ZERO);
        } catch (DateTimeException e) {
            throw Refusal.invalidField("to", "WRONG_TYPE").asException();
        }
    }

    /**
     * Where it goes from that moment, in whole milliseconds. Refused: {@code CLOCK_FORWARD_ONLY} (409) when that is
     * not later, and {@code VALIDATION_FAILED} when it is more than two years off.
     */
    public Instant from(Instant now, ZoneId zone) {
        var target = target(now, zone);
        if (!target.isAfter(now)) {
            throw Refusal.conflict("CLOCK_FORWARD_ONLY", now).asException();
        }
        if (target.isAfter(now.atZone(zone).plusYears(YEARS).toInstant())) {
            throw tooFar();
        }
        return target.truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant target(Instant now, ZoneId zone) {
        try {
            return to.orElseGet(() -> now.atZone(zone).plus(dates).toInstant().plus(hours));
        } catch (DateTimeException | ArithmeticException e) {
            throw tooFar();
        }
    }

    private RuntimeException tooFar() {
        return Refusal.invalidField(to.isPresent() ? "to" : "by", "OUT_OF_RANGE").asException();
    }
}
