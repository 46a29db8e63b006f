package io.weir.webadmin;

import java.time.Duration;

/** How long something has waited, in its largest whole unit: {@code unit} is minutes, hours or days. */
record Age(String unit, long count) {
    static Age of(Duration waited) {
        var time = waited.isNegative() ? Duration.ZERO : waited;
        if (time.toDays() > 0) {
            return new Age("days", time.toDays());
        }
        return time.toHours() > 0 ? new Age("hours", time.toHours()) : new Age("minutes", time.toMinutes());
    }
}
