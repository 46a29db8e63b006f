package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Chart.js pictures as the JSON that {@code p:chart} takes. */
final class Charts {
    private static final String BAD = "#b3261e";

    private Charts() {
    }

    /** Stacked bars: answered well, answered with an error. */
    static String requests(List<UsageReports.Bucket> series, String requestsLabel, String errorsLabel, String colour) {
        var labels = series.stream().map(b -> b.bucket().length() > 10 ? b.bucket().substring(11) : b.bucket()
                .substring(5)).toList();
        var good = series.stream().map(b -> b.requests() - b.errors()).toList();
        var bad = series.stream().map(UsageReports.Bucket::errors).toList();
        return Json.write(Map.of("type", "bar",
                "data", Map.of("labels", labels, "datasets", List.of(
                        Map.of("label", requestsLabel, "data", good, "backgroundColor", colour, "borderRadius", 3),
                        Map.of("label", errorsLabel, "data", bad, "backgroundColor", BAD, "borderRadius", 3))),
                "options", Map.of("responsive", true, "maintainAspectRatio", false,
                        "scales", Map.of("x", Map.of("stacked", true, "grid", Map.of("display", false)),
                                "y", Map.of("stacked", true, "beginAtZero", true, "ticks", Map.of("precision", 0))),
                        "plugins", Map.of("legend", Map.of("position", "bottom"))))).replace("<", "\\u003c");
    }

    /** One bar a day of the span, empty days included; in whole units. */
    static String days(UsageReports.Span span, List<UsageReports.Day> days, Meter meter, String colour) {
        Map<LocalDate, Long> used = days.stream()
                .collect(Collectors.toMap(UsageReports.Day::date, UsageReports.Day::quantity, Long::sum));
        var from = span.from().atZone(span.zone()).toLocalDate();
        var all = from.datesUntil(span.until().atZone(span.zone()).toLocalDate()).toList();
        var quantities = all.stream().map(d -> used.getOrDefault(d, 0L))
                .map(smallest -> BigDecimal.valueOf(smallest, meter.decimals())).toList();
        return Json.write(Map.of("type", "bar",
                "data", Map.of("labels", all.stream().map(d -> d.toString().substring(5)).toList(), "datasets", List.of(
                        Map.of("label", meter.title(), "backgroundColor", colour, "borderRadius", 3,
                                "data", quantities))),
                "options", Map.of("responsive", true, "maintainAspectRatio", false,
                        "scales", Map.of("x", Map.of("grid", Map.of("display", false)),
                                "y", Map.of("beginAtZero", true)),
                        "plugins", Map.of("legend", Map.of("display", false))))).replace("<", "\\u003c");
    }
}
