package io.weir.webadmin;

import io.weir.platform.api.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chart.js pictures of amounts and shares, as JSON for {@code p:chart}; numbers are written as the language does. */
final class MoneyCharts {
    private static final List<String> COLOURS = List.of("#0b6e6e", "#6fb7b0", "#1b7f3b", "#e0a050", "#b3261e");
    private static final String LINE = "#2b3a67";
    private final Locale locale;

    MoneyCharts(Locale locale) {
        this.locale = locale;
    }

    /** A name and its values, one for each label; null where there is none. */
    record Series(String name, List<BigDecimal> values) {
    }

    /** Bars upon each other, what is below zero hanging down, and one line over them. */
    String stacked(List<String> labels, List<Series> parts, Series line) {
        var sets = new ArrayList<Map<String, Object>>();
        sets.add(line(line, LINE));
        for (int i = 0; i < parts.size(); i++) {
            sets.add(bar(parts.get(i), COLOURS.get(i)));
        }
        return chart("bar", labels, sets, Map.of("x", axis(true, false), "y", axis(true, true)));
    }

    /** Bars, and a line over them. */
    String barsAndLine(List<String> labels, Series bars, Series line) {
        return chart("bar", labels, List.of(line(line, COLOURS.get(3)), bar(bars, COLOURS.get(0))),
                Map.of("x", axis(false, false), "y", axis(false, true)));
    }

    String bars(List<String> labels, Series bars) {
        return chart("bar", labels, List.of(bar(bars, COLOURS.get(0))),
                Map.of("x", axis(false, false), "y", axis(false, true)));
    }

    /** For names that are long. */
    String lying(List<String> labels, Series bars) {
        return chart("bar", labels, List.of(bar(bars, COLOURS.get(0))), Map.of("x", axis(false, true),
                "y", axis(false, false)), Map.of("indexAxis", "y"));
    }

    String lines(List<String> labels, List<Series> lines) {
        var sets = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < lines.size(); i++) {
            sets.add(line(lines.get(i), i == 0 ? COLOURS.get(0) : COLOURS.get(3)));
        }
        return chart("line", labels, sets, Map.of("x", axis(false, false), "y", axis(false, true)));
    }

    private static Map<String, Object> bar(Series series, String colour) {
        return Map.of("type", "bar", "label", series.name(), "data", series.values(), "backgroundColor", colour,
                "borderRadius", 3, "maxBarThickness", 46, "order", 2);
    }

    private static Map<String, Object> line(Series series, String colour) {
        return Map.of("type", "line", "label", series.name(), "data", series.values(), "borderColor", colour,
                "backgroundColor", colour, "borderWidth", 2, "pointRadius", 2, "tension", 0, "order", 1);
    }

    private static Map<String, Object> axis(boolean stacked, boolean ofValues) {
        return ofValues ? Map.of("stacked", stacked, "beginAtZero", true, "ticks", Map.of("maxTicksLimit", 6))
                : Map.of("stacked", stacked, "grid", Map.of("display", false),
                "ticks", Map.of("maxRotation", 0, "autoSkipPadding", 12));
    }

    private String chart(String type, List<String> labels, List<Map<String, Object>> sets, Map<String, Object> axes) {
        return chart(type, labels, sets, axes, Map.of());
    }

    /** The picture is written into a script, which a name must not be able to end. */
    private String chart(String type, List<String> labels, List<Map<String, Object>> sets, Map<String, Object> axes,
            Map<String, Object> more) {
        var options = new HashMap<String, Object>(Map.of("responsive", true, "maintainAspectRatio", false,
                "animation", false, "locale", locale.toLanguageTag(), "scales", axes, "plugins",
                Map.of("legend", Map.of("display", sets.size() > 1, "position", "bottom",
                        "labels", Map.of("boxWidth", 12)))));
        options.putAll(more);
        return Json.write(Map.of("type", type, "data", Map.of("labels", labels, "datasets", sets),
                "options", options)).replace("<", "\\u003c");
    }
}
