package io.weir.webportal;

import io.weir.metering.api.UsageReports.By;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What the usage page is asked to show, and the address of that. */
public record UsageView(String range, String meter, By by, Optional<UUID> key) {
    static final List<String> RANGES = List.of("day", "week", "month");
    private static final String USUAL = "week";

    /** Nonsense is a week. */
    static String range(Optional<String> asked) {
        return asked.filter(RANGES::contains).orElse(USUAL);
    }

    /** Nonsense is by endpoint. */
    static By by(Optional<String> asked) {
        return Breakdowns.OFFERED.stream().filter(b -> asked.filter(word(b)::equals).isPresent()).findFirst()
                .orElse(By.ENDPOINT);
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    UsageView inRange(String other) {
        return new UsageView(other, meter, by, key);
    }

    UsageView ofMeter(String other) {
        return new UsageView(range, other, by, key);
    }

    UsageView brokenDown(By other) {
        return new UsageView(range, meter, other, key);
    }

    UsageView withoutKey() {
        return new UsageView(range, meter, by, Optional.empty());
    }

    UsageView ofKey(UUID other) {
        return new UsageView(range, meter, by, Optional.of(other));
    }

    String link() {
        return "?range=" + range + (meter.isEmpty() ? "" : "&meter=" + URLEncoder.encode(meter,
                StandardCharsets.UTF_8)) + "&by=" + word(by) + key.map(k -> "&key=" + k).orElse("");
    }
}
