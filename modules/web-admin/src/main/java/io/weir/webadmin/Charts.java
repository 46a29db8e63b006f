package io.weir.webadmin;

import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Chart.js pictures as the JSON that {@code p:chart} takes. */
final class Charts {
    private static final String BAD = "#b3261e";
    private static final String BAR = "#0b6e6e";

    private Charts() {
    }

    /** One bar a day. The picture is written into a script, which a title must not be able to end. */
    static String days(String title, List<String> days, List<BigDecimal> quantities) {
        return Json.write(Map.of("type", "bar",
                "data", Map.of("labels", days, "datasets", List.of(
                        Map.of("label", title, "data", quantities, "backgroundColor", BAR, "borderRadius", 3))),
                "options", Map.of("responsive", true, "maintainAspectRatio", false,
                        "scales", Map.of("x", Map.of("grid", Map.of("display", false),
                                        "ticks", Map.of("maxRotation", 0, "autoSkipPadding", 16)),
                                "y", Map.of("beginAtZero", true, "ticks", Map.of("maxTicksLimit", 5))),
                        "plugins", Map.of("legend", Map.of("display", false))))).replace("<", "\\u003c");
    }

    /** Stacked bars: answered well, answered with an error. A bucket's label is its hour, or its day. */
    static String requests(List<UsageReports.Bucket> series, String answered, String errors) {
        var labels = series.stream().map(UsageReports.Bucket::bucket)
                .map(b -> b.substring(b.length() > 10 ? 11 : 5)).toList();
        var good = series.stream().map(b -> b.requests() - b.errors()).toList();
        var bad = series.stream().map(UsageReports.Bucket::errors).toList();
        return Json.write(Map.of("type", "bar",
                "data", Map.of("labels", labels, "datasets", List.of(
                        Map.of("label", answered, "data", good, "backgroundColor", BAR, "borderRadius", 3),
                        Map.of("label", errors, "data", bad, "backgroundColor", BAD, "borderRadius", 3))),
                "options", Map.of("responsive", true, "maintainAspectRatio", false, "animation", false,
                        "scales", Map.of("x", Map.of("stacked", true, "grid", Map.of("display", false),
                                        "ticks", Map.of("maxRotation", 0, "autoSkipPadding", 16)),
                                "y", Map.of("stacked", true, "beginAtZero", true, "ticks", Map.of("precision", 0))),
                        "plugins", Map.of("legend", Map.of("position", "bottom"))))).replace("<", "\\u003c");
    }
}
