package io.weir.webrest.usage;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageReports.By;
import io.weir.metering.api.UsageReports.Latency;
import io.weir.metering.api.UsageReports.Share;
import io.weir.webrest.http.Texts;
import io.weir.webrest.metering.Quantities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A meter's use by one thing; quantities in its unit. */
public record BreakdownView(String meter, String unit, String by, String period, List<Part> items) {

    static BreakdownView of(Meter meter, By by, String period, List<Share> shares) {
        return new BreakdownView(meter.key().value(), meter.unit(), by.name().toLowerCase(Locale.ROOT), period,
                shares.stream().map(share -> Part.of(share, meter)).toList());
    }

    /** {@code name} is absent for calls that had none. */
    public record Part(Optional<String> name, long requests, long errors, long tokens, BigDecimal quantity,
                       Latency latency) {
        static Part of(Share share, Meter meter) {
            return new Part(Texts.given(share.name()), share.requests(), share.errors(), share.tokens(),
                    Quantities.toUnits(share.quantity(), meter), share.latency());
        }
    }
}
