package io.weir.billing.api;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Less to pay for who knows the code: either {@code percent} (above 0, up to 100) or an {@code amount}. {@code plans}:
 * slugs that it is good for, none for all. {@code periods} belongs to {@link Duration#PERIODS}.
 */
public record CouponTerms(String code, String name, Optional<BigDecimal> percent, Optional<Money> amount,
                          Duration duration, OptionalInt periods, List<String> plans, OptionalInt maxRedemptions,
                          Optional<Instant> expiresAt, boolean active) {
    /** For the first period, for all, or for so many. */
    public enum Duration { ONCE, FOREVER, PERIODS }

    public CouponTerms {
        plans = plans == null ? List.of() : List.copyOf(plans);
        if (percent.isPresent() == amount.isPresent()) {
            throw new IllegalArgumentException("coupon " + code + " has either percent or amount");
        }
        if (periods.isPresent() != (duration == Duration.PERIODS)) {
            throw new IllegalArgumentException("coupon " + code + " has periods with duration periods only");
        }
    }
}
