package io.weir.metering.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What one query of the usage log reads: the stretches of time that the rollups say hold something, about as many
 * calls as a page needs. Quiet hours are read together, and a busy one is cut into slices, so that a page costs about
 * the same whoever asks for it and however much there is.
 */
public record LogWindow(List<Stretch> stretches) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_SLICES = 3600;

    public LogWindow {
        stretches = List.copyOf(stretches);
    }

    /**
     * @param hours in the order in which they are read
     * @param within what was asked for: stretches never reach beyond it
     * @param calls about how many a window is to hold
     */
    public static List<LogWindow> of(List<BusyHour> hours, Stretch within, boolean newestFirst, long calls) {
        var windows = new ArrayList<LogWindow>();
        var gathered = new ArrayList<Stretch>();
        long waiting = 0;
        for (var hour : hours) {
            if (!gathered.isEmpty() && waiting + hour.calls() > calls) {
                windows.add(new LogWindow(gathered));
                gathered.clear();
                waiting = 0;
            }
            var slices = slices(hour, newestFirst, calls);
            slices.stream().map(slice -> slice.clippedTo(within)).filter(slice -> !slice.isEmpty())
                    .forEach(gathered::add);
            waiting += hour.calls();
            if (slices.size() > 1) {
                gathered.forEach(slice -> windows.add(new LogWindow(List.of(slice))));
                gathered.clear();
                waiting = 0;
            }
        }
        if (!gathered.isEmpty()) {
            windows.add(new LogWindow(gathered));
        }
        return windows;
    }

    private static List<Stretch> slices(BusyHour hour, boolean newestFirst, long calls) {
        long count = Math.min(MOST_SLICES, (hour.calls() + calls - 1) / calls);
        var slices = new ArrayList<Stretch>();
        var step = HOUR.dividedBy(Math.max(1, count)).plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        var end = hour.at().plus(HOUR);
        for (var from = hour.at(); from.isBefore(end); from = from.plus(step)) {
            var until = from.plus(step);
            slices.add(newestFirst ? 0 : slices.size(), new Stretch(from, until.isBefore(end) ? until : end));
        }
        return slices;
    }

    /** A UTC hour and how many calls the rollups count in it. */
    public record BusyHour(Instant at, long calls) {
    }
}
