package io.weir.platform.api;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Durations as settings write them: {@code 100ms}, {@code 30s}, {@code 15m}, {@code 12h}, {@code 7d}; a bare number is
 * seconds, as seed C has it.
 */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|[smhd]?)");

    private Durations() {
    }

    public static Duration parse(String text) {
        var match = FORM.matcher(text.trim());
        if (!match.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
