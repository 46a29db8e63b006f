package io.weir.metering.api;

/**
 * A named thing that is counted, and summed. Quantities are whole numbers of 10^-{@code decimals} {@code unit}s. {@code
 * late} says where usage goes that is reported after its period has ended.
 */
public record Meter(MeterKey key, String title, String unit, int decimals, LateEvents late) {
    public Meter {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("decimals " + decimals);
        }
    }

    public Meter(MeterKey key, String title, String unit, int decimals) {
        this(key, title, unit, decimals, LateEvents.REOPEN);
    }

    /** Into the period in which it happened, as long as that is kept, or into the one that runs. */
    public enum LateEvents { REOPEN, NEXT_PERIOD }
}
