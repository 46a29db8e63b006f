package io.weir.bootstrap.internal;

import io.weir.bootstrap.internal.CatalogueFile.MeterEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is counted. Calls are, everywhere. */
final class MeterReader {
    private static final String KEY = "[a-z][a-z0-9_.-]{0,63}";
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_UNIT = 40;
    private static final int MOST_DECIMALS = 9;

    private MeterReader() {
    }

    static List<MeterEntry> read(Section root) {
        root.needed("meters");
        var meters = new ArrayList<MeterEntry>();
        var seen = new HashMap<String, Integer>();
        for (var section : root.sections("meters")) {
            var meter = new MeterEntry(section.needText("key"), section.needText("title"), section.needText("unit"),
                    section.needed("decimals") ? section.count("decimals", 0, MOST_DECIMALS) : null,
                    section.option("late", List.of("reopen", "nextPeriod")));
            section.require(meter.key() == null || meter.key().matches(KEY), "key", "BAD_METER");
            section.require(meter.title() == null || meter.title().length() <= LONGEST_TITLE, "title", "TOO_LONG");
            section.require(meter.unit() == null || meter.unit().length() <= LONGEST_UNIT, "unit", "TOO_LONG");
            section.unlike(seen, "key", meter.key());
            section.done();
            meters.add(meter);
        }
        root.require(!root.has("meters") || seen.containsKey("calls"), "meters", "CATALOGUE_NEEDS_CALLS");
        return meters;
    }

    static Map<String, Integer> decimals(List<MeterEntry> meters) {
        var decimals = new HashMap<String, Integer>();
        meters.stream().filter(meter -> meter.key() != null && meter.decimals() != null)
                .forEach(meter -> decimals.putIfAbsent(meter.key(), meter.decimals()));
        return decimals;
    }
}
