package io.weir.metering.api;

/** A named thing that is counted. Quantities are whole numbers of 10^-{@code decimals} {@code unit}s. */
public record Meter(MeterKey key, String title, String unit, int decimals) {
    public Meter {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("decimals " + decimals);
        }
    }
}
