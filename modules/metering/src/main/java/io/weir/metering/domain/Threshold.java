package io.weir.metering.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shares of what was granted whose reaching is announced. */
final class Threshold {
    static final List<Integer> PERCENTS = List.of(80, 90, 100);

    private Threshold() {
    }

    /** The highest that is reached; 0 when none is. Free of overflow whatever was granted. */
    static int reached(Standing standing) {
        int highest = 0;
        for (int percent : PERCENTS) {
            if (standing.granted() > 0 && standing.granted() - standing.used() <= share(standing.granted(),
                    100 - percent)) {
                highest = percent;
            }
        }
        return highest;
    }

    /** A new period or a new grant makes another basis; use does not. At most 64 ASCII characters. */
    static String basis(Standing standing, long open) {
        return standing.granted() + "/" + millis(standing.since()) + "/" + millis(standing.lastEnd()) + "/" + open;
    }

    private static String millis(Optional<Instant> moment) {
        return moment.map(at -> Long.toString(at.toEpochMilli())).orElse("-");
    }

    private static long share(long whole, int percent) {
        return whole / 100 * percent + whole % 100 * percent / 100;
    }
}
