package io.weir.webportal;

import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Json;
import java.util.List;
import java.util.Map;

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
                        "plugins", Map.of("legend", Map.of("position", "bottom")))));
    }
}
