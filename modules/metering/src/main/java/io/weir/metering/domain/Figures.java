package io.weir.metering.domain;

import io.weir.metering.api.Overage;

/**
 * What an allowance grants, how much of it is used and held, and how much was used beyond it, as far as its rule goes.
 * The constructor keeps the promise of the house: never more than granted, never more beyond it than the rule allows.
 */
public record Figures(long granted, long used, long reserved, long overage, Overage rule) {
    public Figures {
        if (used < 0 || reserved < 0 || used > granted - reserved || overage < 0 || overage > most(granted, rule)) {
            throw new IllegalStateException("granted " + granted + ", used " + used + ", reserved " + reserved
                    + ", overage " + overage + " by rule " + rule.word());
        }
    }

    public long free() {
        return granted - used - reserved;
    }

    /** How much more may be counted beyond what was granted. */
    public long room() {
        return most(granted, rule) - overage;
    }

    public Figures charge(long quantity) {
        return new Figures(granted, used + quantity, reserved, overage, rule);
    }

    public Figures hold(long quantity) {
        return new Figures(granted, used, reserved + quantity, overage, rule);
    }

    /** Of {@code held} units {@code charged} become used; the others are free again. */
    public Figures settle(long held, long charged) {
        return new Figures(granted, used + charged, reserved - held, overage, rule);
    }

    public Figures exceed(long quantity) {
        return new Figures(granted, used, reserved, overage + quantity, rule);
    }

    /** Far from overflow: at most 10^15 units are granted, and at most 1000 % allowed. */
    private static long most(long granted, Overage rule) {
        return rule.percent().isPresent() ? granted * rule.percent().getAsInt() / 100 : Long.MAX_VALUE;
    }
}
