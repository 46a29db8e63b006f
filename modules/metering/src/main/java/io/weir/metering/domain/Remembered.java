package io.weir.metering.domain;

import io.weir.kernel.api.Period;
import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the gate remembers of an account's meter besides its allowances: the account's own cap with what was spent of it
 * in the month that began at {@code spentMonth}, and the last threshold that was announced, for the allowances that
 * {@code alertBasis} describes.
 */
public record Remembered(Holder holder, MeterKey meter, OptionalLong cap, long spent, Optional<Instant> spentMonth,
        Optional<String> alertBasis, int alertLevel) {

    static Remembered nothing(Holder holder, MeterKey meter) {
        return new Remembered(holder, meter, OptionalLong.empty(), 0, Optional.empty(), Optional.empty(), 0);
    }

    /** Used and held in the running month. */
    long spentIn(Period month) {
        return spentMonth.filter(from -> !from.isBefore(month.from())).isPresent() ? spent : 0;
    }

    boolean stopsAt(long quantity, Period month) {
        return cap.isPresent() && quantity > cap.getAsLong() - spentIn(month);
    }

    /** Negative where units come back: what was spent before the cap was set may be unknown, so never below 0. */
    Remembered spend(long quantity, Period month) {
        return cap.isEmpty() || quantity == 0 ? this
                : new Remembered(holder, meter, cap, Math.max(0, spentIn(month) + quantity), Optional.of(month.from()),
                        alertBasis, alertLevel);
    }

    /** The thresholds up to this one are announced for that basis. */
    Remembered announced(String basis, int level) {
        return new Remembered(holder, meter, cap, spent, spentMonth, Optional.of(basis), level);
    }

    /** The highest threshold that has been announced for that basis; 0 for none. */
    int levelOf(String basis) {
        return alertBasis.filter(basis::equals).isPresent() ? alertLevel : 0;
    }
}
