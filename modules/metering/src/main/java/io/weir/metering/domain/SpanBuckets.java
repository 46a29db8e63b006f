package io.weir.metering.domain;

import io.weir.metering.api.UsageReports.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Cuts a span into buckets of local time. Rollups are by UTC hour: where a zone is off by half an hour, an hour counts
 * for the local hour or day in which it begins. A local hour that the clocks repeat is one bucket, and one that they
 * skip is none.
 */
public final class SpanBuckets {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private final Span span;

    public SpanBuckets(Span span) {
        this.span = span;
    }

    /** The rollup hours that may hold something of the span. */
    public Stretch rollupHours() {
        var last = span.until().truncatedTo(ChronoUnit.HOURS);
        return new Stretch(span.from().truncatedTo(ChronoUnit.HOURS),
                last.isBefore(span.until()) ? last.plus(1, ChronoUnit.HOURS) : last);
    }

    /** Every bucket of the span, in order. */
    public List<String> labels() {
        var labels = new LinkedHashSet<String>();
        if (span.step() == Span.Step.DAY) {
            for (var day = dayOf(span.from()); startOf(day).isBefore(span.until()); day = day.plusDays(1)) {
                labels.add(day.toString());
            }
            return new ArrayList<>(labels);
        }
        for (var hour = hourOf(span.from()); hour.toInstant().isBefore(span.until()); hour = hour.plusHours(1)) {
            labels.add(HOUR.format(hour));
        }
        return new ArrayList<>(labels);
    }

    /** The bucket of a rollup hour. */
    public String labelOf(Instant rollupHour) {
        var moment = clip(rollupHour);
        return span.step() == Span.Step.DAY ? dayOf(moment).toString() : HOUR.format(hourOf(moment));
    }

    /** The local day of a rollup hour. */
    public LocalDate dayOfHour(Instant rollupHour) {
        return dayOf(clip(rollupHour));
    }

    /** The first rollup hour may begin before the span does. */
    private Instant clip(Instant rollupHour) {
        return rollupHour.isBefore(span.from()) ? span.from() : rollupHour;
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(span.zone()).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(span.zone()).toInstant();
    }

    private ZonedDateTime hourOf(Instant moment) {
        return moment.atZone(span.zone()).truncatedTo(ChronoUnit.HOURS);
    }
}
