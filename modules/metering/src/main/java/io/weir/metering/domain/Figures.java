package io.weir.metering.domain;

/**
 * What an allowance grants, and how much of it is used and held. The constructor keeps the promise of the house: never
 * more than granted.
 */
public record Figures(long granted, long used, long reserved) {
    public Figures {
        if (used < 0 || reserved < 0 || used > granted - reserved) {
            throw new IllegalStateException("granted " + granted + ", used " + used + ", reserved " + reserved);
        }
    }

    public long free() {
        return granted - used - reserved;
    }

    public Figures charge(long quantity) {
        return new Figures(granted, used + quantity, reserved);
    }

    public Figures hold(long quantity) {
        return new Figures(granted, used, reserved + quantity);
    }

    /** Of {@code held} units {@code charged} become used; the others are free again. */
    public Figures settle(long held, long charged) {
        return new Figures(granted, used + charged, reserved - held);
    }
}
