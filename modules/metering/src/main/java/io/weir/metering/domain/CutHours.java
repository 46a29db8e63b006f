package io.weir.metering.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hours that moments fall into, taken apart there: what rollups do not know. */
public final class CutHours {
    private static final Duration HOUR = Duration.ofHours(1);
    private final TreeMap<Instant, TreeSet<Instant>> hours = new TreeMap<>();
    private final Stretch span;

    /**
     * @param cuts the first is where the span begins, the last where it ends
     * @param knownFrom earlier hours are whole, because nothing else is known of them
     */
    public CutHours(List<Instant> cuts, Instant knownFrom) {
        this.span = new Stretch(cuts.get(0), cuts.get(cuts.size() - 1));
        for (var cut : cuts) {
            var hour = cut.truncatedTo(ChronoUnit.HOURS);
            if (!hour.equals(cut) && !hour.isBefore(knownFrom)) {
                hours.computeIfAbsent(hour, begun -> new TreeSet<>()).add(cut);
            }
        }
    }

    /** Those that are not to be read as a whole. */
    public Set<Instant> taken() {
        return hours.keySet();
    }

    /** Their parts within the span, in order. */
    public List<Stretch> parts() {
        var parts = new ArrayList<Stretch>();
        hours.forEach((hour, cuts) -> {
            var from = hour;
            for (var cut : cuts) {
                parts.add(new Stretch(from, cut));
                from = cut;
            }
            parts.add(new Stretch(from, hour.plus(HOUR)));
        });
        return parts.stream().map(part -> part.clippedTo(span)).filter(part -> !part.isEmpty()).toList();
    }
}
