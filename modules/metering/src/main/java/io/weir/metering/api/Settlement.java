package io.weir.metering.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A settled reservation; one line for each meter that it held. */
public record Settlement(UUID reservation, List<Line> lines) {
    public Settlement {
        lines = List.copyOf(lines);
    }

    public Line first() {
        return lines.get(0);
    }

    /**
     * @param usage the usage's id, absent when nothing was used
     * @param asked what the caller said was used
     * @param charged what was counted of that: less when units did not last and the plan refuses overage
     * @param overage how much of {@code charged} lies beyond the allowances, as the plan's rule allows
     * @param remaining what is left of the meter
     */
    public record Line(MeterKey meter, Optional<UUID> usage, long asked, long charged, long overage, long remaining) {
    }
}
