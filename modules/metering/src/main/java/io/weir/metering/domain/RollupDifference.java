package io.weir.metering.domain;

import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must change so that rollups equal their usage. A row that must go has null.
 * @param compared how many rows there are, or ought to be
 */
public record RollupDifference(Map<Key, Sums> hours, Map<Bar, Long> latencies, long compared) {
    public long size() {
        return hours.size() + latencies.size();
    }

    /** The hours in which something differs, in order. */
    public SortedSet<Instant> when() {
        var when = new TreeSet<Instant>();
        hours.keySet().forEach(key -> when.add(key.hour()));
        latencies.keySet().forEach(bar -> when.add(bar.key().hour()));
        return when;
    }
}
