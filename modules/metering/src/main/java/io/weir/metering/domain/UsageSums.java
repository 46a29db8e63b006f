package io.weir.metering.domain;

import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The sums of one account, as the hourly rollups say that they ought to be: of each cut by hour, and by UTC day. Pages
 * read few of these where they would read many rollups, whose dimensions multiply.
 */
public final class UsageSums {
    private final Map<Place, Row> rows = new HashMap<>();

    /** A row of {@code metering_usage_hour}. */
    public void count(Key key, Sums sums) {
        for (var row : rowsOf(key)) {
            row.sums = row.sums.plus(sums);
        }
    }

    /** A row of {@code metering_latency_hour}. */
    public void count(Bar bar, long calls) {
        for (var row : rowsOf(bar.key())) {
            row.latencies.add(bar.bucket(), calls);
        }
    }

    private Row[] rowsOf(Key key) {
        var found = new Row[Cut.values().length * Width.values().length];
        int next = 0;
        for (var cut : Cut.values()) {
            for (var width : Width.values()) {
                var place = new Place(key.meter(), cut, width, cut.keyOf(key), width.beginning(key.hour()),
                        cut.nameOf(key));
                found[next++] = rows.computeIfAbsent(place, absent -> new Row());
            }
        }
        return found;
    }

    /** By place. */
    public Map<Place, Sum> all() {
        var all = new HashMap<Place, Sum>();
        rows.forEach((place, row) -> all.put(place, new Sum(row.sums, row.latencies.text())));
        return all;
    }

    /** In how many places two ways to add up differ. */
    public static long differing(Map<Place, Sum> one, Map<Place, Sum> other) {
        return one.entrySet().stream().filter(e -> !Objects.equals(e.getValue(), other.get(e.getKey()))).count()
                + other.keySet().stream().filter(place -> !one.containsKey(place)).count();
    }

    /** How much time a sum is of. */
    public enum Width {
        HOUR(1, ChronoUnit.HOURS), DAY(24, ChronoUnit.DAYS);

        private final int hours;
        private final ChronoUnit unit;

        Width(int hours, ChronoUnit unit) {
            this.hours = hours;
            this.unit = unit;
        }

        /** As it is stored. */
        public int hours() {
            return hours;
        }

        public static Width of(int hours) {
            return hours == DAY.hours ? DAY : HOUR;
        }

        Instant beginning(Instant hour) {
            return hour.truncatedTo(unit);
        }
    }

    /** Where a sum is kept. */
    public record Place(String meter, Cut cut, Width width, UUID apiKey, Instant begins, String name) {
    }

    /** @param latencies {@link LatencyCounts} as text */
    public record Sum(Sums sums, String latencies) {
    }

    private static final class Row {
        private Sums sums = Sums.NONE;
        private final LatencyCounts latencies = new LatencyCounts();
    }
}
