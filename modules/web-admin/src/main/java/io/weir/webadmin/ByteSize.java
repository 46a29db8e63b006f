package io.weir.webadmin;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Bytes as people write them: {@code 10 MiB}, {@code 64 KiB}, {@code 1500}. */
final class ByteSize {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}) ?(k|m|g)?(i?b)?");
    private static final Map<String, Long> UNITS = Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    private ByteSize() {
    }

    /** Empty when it is no size. */
    static OptionalLong read(String text) {
        var match = FORM.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        long unit = match.group(2) == null ? 1 : UNITS.get(match.group(2));
        return OptionalLong.of(Math.multiplyExact(Long.parseLong(match.group(1)), unit));
    }

    /** In the largest unit that leaves it whole. */
    static String write(long bytes) {
        for (int power = 3; power > 0; power--) {
            long unit = 1L << (10 * power);
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + " " + " KMG".charAt(power) + "iB";
            }
        }
        return String.valueOf(bytes);
    }
}
