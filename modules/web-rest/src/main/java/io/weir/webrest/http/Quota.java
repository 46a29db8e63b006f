package io.weir.webrest.http;

import io.weir.metering.api.Decision.Capped;
import io.weir.metering.api.Decision.Exhausted;
import io.weir.metering.api.Decision.Line;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is left of a meter after this call, and of how much; in the meter's smallest units. {@code capped} when that is
 * the account's own spend cap.
 */
record Quota(MeterKey meter, boolean capped, long granted, long remaining, Optional<Instant> until) {
    private static final String REQUESTS = MeterKey.CALLS.value();
    /** The largest whole number that a structured field can hold. */
    private static final long MOST = 999_999_999_999_999L;

    static Quota of(Line line) {
        return new Quota(line.meter(), false, line.granted(), line.remaining(), line.until());
    }

    static Quota of(Exhausted exhausted) {
        long left = exhausted.limit() - exhausted.used();
        return new Quota(exhausted.meter(), false, exhausted.limit(), left, exhausted.expiresAt());
    }

    static Quota of(Capped capped) {
        long left = capped.cap() - capped.spent();
        return new Quota(capped.meter(), true, capped.cap(), left, Optional.of(capped.resetsAt()));
    }

    /** As it stands after a settlement, when that was of this meter. */
    Quota after(List<Settlement.Line> settled) {
        return settled.stream().filter(line -> !capped && line.meter().equals(meter)).findFirst()
                .map(line -> new Quota(meter, false, granted, line.remaining(), until)).orElse(this);
    }

    /** {@code q} whole units of the meter in a period whose length is not told; {@code qu} unless they are requests. */
    String quota(int decimals) {
        var unit = REQUESTS.equals(meter.value()) ? "" : ";qu=\"" + meter.value() + "\"";
        return name() + ";q=" + whole(granted, decimals) + unit;
    }

    /** {@code r} whole units left, until {@code t} seconds from now when the period ends at all. */
    String state(int decimals, OptionalLong seconds) {
        var end = seconds.isPresent() ? ";t=" + Math.max(0, seconds.getAsLong()) : "";
        return name() + ";r=" + whole(remaining, decimals) + end;
    }

    private String name() {
        return "\"" + meter.value() + (capped ? ".cap\"" : "\"");
    }

    private static long whole(long smallest, int decimals) {
        long units = BigDecimal.valueOf(smallest, decimals).setScale(0, RoundingMode.FLOOR).longValueExact();
        return Math.max(0, Math.min(MOST, units));
    }
}
