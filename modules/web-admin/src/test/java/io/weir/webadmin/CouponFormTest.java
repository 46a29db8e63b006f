package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.CouponTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CouponFormTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOON = Instant.parse("2026-12-24T05:00:00Z");
    private final CouponForm form = new CouponForm();

    @Test
    void what_was_not_touched_stays_what_it_was() {
        form.fill(coupon(Optional.of(NOON)), HANOI);
        assertThat(form.getLastDay()).isEqualTo("2026-12-24");
        assertThat(form.readEnd(HANOI)).contains(Optional.of(NOON));
        assertThat(form.members(form.readValue("VND").orElseThrow(), Optional.of(NOON)))
                .containsEntry("code", "TET").containsEntry("percent", new BigDecimal("12.5"))
                .containsEntry("duration", "periods").containsEntry("periods", 3)
                .containsEntry("plans", List.of("pro")).containsEntry("expiresAt", "2026-12-24T05:00:00Z")
                .doesNotContainKeys("amount", "isActive", "maxRedemptions");
    }

    @Test
    void a_day_is_good_until_it_is_over_where_the_seller_is() {
        form.fill(coupon(Optional.of(NOON)), HANOI);
        form.setLastDay("2026-12-31");
        assertThat(form.readEnd(HANOI)).contains(Optional.of(Instant.parse("2026-12-31T17:00:00Z")));
        form.setLastDay("31.12.2026");
        assertThat(form.readEnd(HANOI)).isEmpty();
        form.setLastDay(null);
        assertThat(form.readEnd(HANOI)).contains(Optional.empty());
    }

    @Test
    void an_amount_is_read_as_prices_are_and_periods_belong_to_their_duration() {
        form.fill(coupon(Optional.empty()), HANOI);
        form.setWorth("amount");
        form.setValue("99.000");
        assertThat(form.readValue("VND")).isEmpty();
        form.setValue("99000");
        form.setDuration("once");
        assertThat(form.members(form.readValue("VND").orElseThrow(), Optional.empty()))
                .containsEntry("amount", new BigDecimal("99000")).doesNotContainKeys("percent", "periods", "expiresAt");
    }

    private static CouponTerms coupon(Optional<Instant> end) {
        return new CouponTerms("TET", "Tết", Optional.of(new BigDecimal("12.5")), Optional.empty(),
                CouponTerms.Duration.PERIODS, OptionalInt.of(3), List.of("pro"), OptionalInt.empty(), end, true);
    }
}
