package io.weir.metering.api;

import io.weir.kernel.api.Refusal;

/** So many of a meter's smallest units. */
public record Units(MeterKey meter, long quantity) {
    /** More than this in one call is a mistake, and keeps every sum far from overflow. */
    public static final long MOST = 1_000_000_000_000L;

    public Units {
        if (quantity < 0 || quantity > MOST) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}
