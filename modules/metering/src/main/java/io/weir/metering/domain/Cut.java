package io.weir.metering.domain;

import io.weir.metering.domain.Rollups.Key;
import java.util.UUID;
import java.util.function.Function;

/**
 * What sums are kept by: one dimension of the hourly rollups, or one dimension of a single key's calls. Names are
 * stored.
 */
public enum Cut {
    ENDPOINT(Key::endpoint, false),
    OPERATION(Key::operation, false),
    MODEL(Key::model, false),
    KEY(key -> key.apiKey().toString(), false),
    STATUS(key -> Integer.toString(key.status()), false),
    KEY_ENDPOINT(Key::endpoint, true),
    KEY_STATUS(key -> Integer.toString(key.status()), true);

    private final Function<Key, String> name;
    private final boolean ofOneKey;

    Cut(Function<Key, String> name, boolean ofOneKey) {
        this.name = name;
        this.ofOneKey = ofOneKey;
    }

    /** What a rollup row is called in this cut. */
    String nameOf(Key row) {
        return name.apply(row);
    }

    /** The key whose calls a rollup row is among; {@link UsageTally#NO_KEY} where the calls of all are one. */
    UUID keyOf(Key row) {
        return ofOneKey ? row.apiKey() : UsageTally.NO_KEY;
    }
}
