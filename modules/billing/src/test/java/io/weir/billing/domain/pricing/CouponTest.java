package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.USD;
import static io.weir.billing.domain.pricing.Cases.VND;
import static io.weir.billing.domain.pricing.Cases.number;
import static io.weir.billing.domain.pricing.Cases.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.Coupon.No;
import io.weir.billing.domain.pricing.Coupon.Off;
import io.weir.billing.domain.pricing.Coupon.Percent;
import io.weir.billing.domain.pricing.Coupon.Wish;
import io.weir.billing.domain.pricing.Coupon.Worth;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponTest {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final Coupon COUPON = new Coupon("SPRING", new Off(usd("10.00")), Coupon.ONCE, Set.of("pro"),
            OptionalLong.of(3), Optional.of(END), true);
    private static final Wish FITS = new Wish(Optional.of("pro"), USD, END.minusMillis(1), 2, false);

    @Test
    void what_it_was_made_for_it_is_redeemed_for() {
        assertThat(COUPON.refusal(FITS)).isEmpty();
    }

    @Test
    void the_first_reason_against_it_is_said() {
        var closed = new Coupon("SPRING", COUPON.worth(), Coupon.ONCE, Set.of(), OptionalLong.empty(),
                Optional.empty(), false);
        assertThat(closed.refusal(FITS)).contains(No.INACTIVE);
        assertThat(COUPON.refusal(new Wish(FITS.plan(), VND, END, 3, true))).contains(No.EXPIRED);
        assertThat(COUPON.refusal(new Wish(FITS.plan(), USD, FITS.at(), 3, true))).contains(No.USED_UP);
        assertThat(COUPON.refusal(new Wish(Optional.of("max"), USD, FITS.at(), 0, true))).contains(No.NOT_FOR_PLAN);
        assertThat(COUPON.refusal(new Wish(Optional.empty(), USD, FITS.at(), 0, false))).contains(No.NOT_FOR_PLAN);
        assertThat(COUPON.refusal(new Wish(FITS.plan(), VND, FITS.at(), 0, true))).contains(No.OTHER_CURRENCY);
        assertThat(COUPON.refusal(new Wish(FITS.plan(), USD, FITS.at(), 0, true))).contains(No.NOT_COMBINABLE);
        assertThat(No.NOT_COMBINABLE.code()).isEqualTo("COUPON_NOT_COMBINABLE");
    }

    @Test
    void it_lasts_once_for_some_periods_or_for_ever() {
        assertThat(COUPON.lastsFor(0)).isTrue();
        assertThat(COUPON.lastsFor(1)).isFalse();
        assertThat(lasting(OptionalInt.of(3)).lastsFor(2)).isTrue();
        assertThat(lasting(OptionalInt.of(3)).lastsFor(3)).isFalse();
        assertThat(lasting(Coupon.FOREVER).lastsFor(10_000)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> lasting(OptionalInt.of(0)));
    }

    @Test
    void an_amount_is_taken_off_once_and_not_off_usage_too() {
        var plan = Optional.of("pro");
        assertThat(COUPON.covers(LineKind.PLAN, plan)).isTrue();
        assertThat(COUPON.covers(LineKind.USAGE, plan)).isFalse();
        assertThat(COUPON.covers(LineKind.EXTENSION, plan)).isFalse();
        var tenth = of(new Percent(number("10")), Set.of("pro"));
        assertThat(tenth.covers(LineKind.USAGE, plan)).isTrue();
        assertThat(tenth.covers(LineKind.MINIMUM, Optional.of("max"))).isFalse();
        assertThat(tenth.covers(LineKind.PRORATION, plan)).isFalse();
        assertThat(of(new Percent(number("10")), Set.of()).covers(LineKind.CREDITS, Optional.of("500"))).isTrue();
    }

    @Test
    void it_is_never_worth_more_than_the_price() {
        assertThat(new Off(usd("10.00")).of(usd("9.99"))).isEqualTo(usd("9.99"));
        assertThat(new Off(usd("10.00")).of(usd("10.01"))).isEqualTo(usd("10.00"));
        assertThat(new Percent(number("100.00")).of(usd("9.99"))).isEqualTo(usd("9.99"));
        assertThat(new Percent(number("12.5")).of(usd("9.99"))).isEqualTo(usd("1.25"));
        assertThat(new Percent(number("0")).of(usd("9.99"))).isEqualTo(usd("0.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "33.333"})
    void a_percentage_is_0_to_100_to_the_hundredth(String percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percent(number(percent)));
    }

    private static Coupon lasting(OptionalInt periods) {
        return new Coupon("SPRING", COUPON.worth(), periods, Set.of(), OptionalLong.empty(), Optional.empty(), true);
    }

    static Coupon of(Worth worth, Set<String> plans) {
        return new Coupon("SPRING", worth, Coupon.FOREVER, plans, OptionalLong.empty(), Optional.empty(), true);
    }
}
