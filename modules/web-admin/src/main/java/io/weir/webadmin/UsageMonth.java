package io.weir.webadmin;

import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What all customers used in the last 30 days, today included: a picture for each meter, as their units differ. */
@RequestScoped
public class UsageMonth {
    private static final int DAYS = 30;

    @Inject
    private UsageReports reports;
    @Inject
    private Meters meters;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** Only meters that were used. */
    List<Card> cards() {
        ZoneId zone = visitor.tenant().zone();
        LocalDate today = time.now(visitor.tenantId()).atZone(zone).toLocalDate();
        var days = IntStream.rangeClosed(1, DAYS).mapToObj(n -> today.minusDays(DAYS - (long) n)).toList();
        var totals = days.stream().map(day -> reports.totals(visitor.tenantId(), span(day, zone))).toList();
        var labels = days.stream().map(format::day).toList();
        return meters.of(visitor.tenantId()).stream().filter(m -> used(m, totals) > 0)
                .map(m -> card(m, labels, totals)).toList();
    }

    private static UsageReports.Span span(LocalDate day, ZoneId zone) {
        return new UsageReports.Span(day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(), zone, UsageReports.Span.Step.DAY);
    }

    private static long used(Meter meter, List<Map<String, Long>> totals) {
        return totals.stream().mapToLong(day -> on(day, meter)).sum();
    }

    private static long on(Map<String, Long> day, Meter meter) {
        return day.getOrDefault(meter.key().value(), 0L);
    }

    private Card card(Meter meter, List<String> labels, List<Map<String, Long>> totals) {
        var quantities = totals.stream().map(day -> BigDecimal.valueOf(on(day, meter), meter.decimals())).toList();
        return new Card(meter.title(), format.quantity(used(meter, totals), meter.decimals()),
                Charts.days(meter.title(), labels, quantities));
    }

    /** A meter's month; {@code chart} for {@code p:chart}. */
    public record Card(String title, String total, String chart) {
    }
}
