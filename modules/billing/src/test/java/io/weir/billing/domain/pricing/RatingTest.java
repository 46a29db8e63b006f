package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.USD;
import static io.weir.billing.domain.pricing.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.Rating.Step;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.Model;
import io.weir.subscriptions.api.Pricing.Packages;
import io.weir.subscriptions.api.Pricing.PerUnit;
import io.weir.subscriptions.api.Pricing.Tier;
import io.weir.subscriptions.api.Pricing.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {
    private static final List<Tier> TIERS = List.of(tier(1_000, "0.01", "0"), tier(10_000, "0.005", "5"),
            new Tier(OptionalLong.empty(), number("0.001"), number("10")));

    @ParameterizedTest
    @CsvSource({"0,USD,0.000002,0,0.00 USD", "1000000,USD,0.000002,0,2.00 USD", "2499,USD,0.000002,0,0.00 USD",
        "2500,USD,0.000002,0,0.01 USD", "3,VND,0.5,0,2 VND", "1,VND,0.5,0,1 VND", "1,VND,0.49,0,0 VND",
        "1,KWD,0.0125,0,0.013 KWD", "3,KWD,0.0125,0,0.038 KWD", "15000,USD,2,4,3.00 USD", "1,USD,50,4,0.01 USD",
        "9223372036854775807,USD,0.000001,0,9223372036854.78 USD"})
    void each_unit_costs_the_same_and_the_sum_is_rounded_once(long used, String currency, BigDecimal price,
                                                               int decimals, String costs) {
        assertThat(Rating.of(new PerUnit(price), new Units(used, 0, decimals), Currency.getInstance(currency)).amount())
                .hasToString(costs);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00 USD", "1,0.01 USD", "1000,10.00 USD", "1001,15.01 USD", "10000,60.00 USD", "10001,70.00 USD",
        "1000000,1060.00 USD"})
    void graduated_units_cost_what_their_own_tier_says(long used, String costs) {
        assertThat(rated(new Graduated(TIERS), used)).isEqualTo(costs);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00 USD", "1,0.01 USD", "1000,10.00 USD", "1001,10.01 USD", "10000,55.00 USD", "10001,20.00 USD"})
    void by_volume_all_units_cost_what_the_last_tier_reached_says(long used, String costs) {
        assertThat(rated(new Volume(TIERS), used)).isEqualTo(costs);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00 USD", "1,2.50 USD", "1000,2.50 USD", "1001,5.00 USD",
        "9223372036854775807,23058430092136940.00 USD"})
    void a_begun_package_is_a_whole_one(long used, String costs) {
        assertThat(rated(new Packages(1_000, number("2.50")), used)).isEqualTo(costs);
    }

    @Test
    void included_units_come_off_before_the_first_tier() {
        var rated = Rating.of(new Graduated(TIERS), new Units(1_501, 500, 0), USD);
        assertThat(rated.billed()).isEqualTo(1_001);
        assertThat(rated.amount()).hasToString("15.01 USD");
        assertThat(Rating.of(new Graduated(TIERS), new Units(400, 500, 0), USD).steps()).isEmpty();
    }

    @Test
    void each_step_says_what_it_is_made_of() {
        assertThat(Rating.of(new Graduated(TIERS), new Units(1_001, 0, 0), USD).steps()).containsExactly(
                new Step(number("1000"), number("0.01"), number("0"), number("10")),
                new Step(number("1"), number("0.005"), number("5"), number("5.005")));
    }

    @Test
    void a_graduated_price_is_the_sum_of_what_each_single_unit_costs() {
        Cases.each(200, random -> {
            var tiers = tiers(random);
            long used = random.nextInt(300);
            var exact = BigDecimal.ZERO;
            for (long unit = 1; unit <= used; unit++) {
                exact = exact.add(unitByItself(tiers, unit));
            }
            assertThat(Rating.of(new Graduated(tiers), new Units(used, 0, 0), USD).exact())
                    .isEqualByComparingTo(exact);
        });
    }

    @Test
    void more_usage_never_costs_less_but_by_volume() {
        Cases.each(500, random -> {
            var model = List.<Model>of(new PerUnit(price(random)), new Graduated(tiers(random)),
                    new Packages(1 + random.nextInt(50), price(random))).get(random.nextInt(3));
            long included = random.nextInt(100);
            long used = random.nextInt(300);
            var currency = Cases.currency(random);
            assertThat(Rating.of(model, new Units(used, included, 2), currency).amount())
                    .isLessThanOrEqualTo(Rating.of(model, new Units(used + 1, included, 2), currency).amount())
                    .isEqualTo(Rating.of(model, new Units(Math.max(0, used - included), 0, 2), currency).amount());
        });
    }

    @Test
    void tiers_rise_and_have_no_end() {
        assertThatIllegalArgumentException().isThrownBy(() -> rated(new Volume(List.of(TIERS.get(0))), 1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> rated(new Graduated(List.of(TIERS.get(0))), 1_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rated(new Graduated(List.of(TIERS.get(1), TIERS.get(0), TIERS.get(2))), 1));
    }

    @Test
    void an_amount_that_no_money_can_hold_is_no_amount() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> rated(new PerUnit(number("1")), Long.MAX_VALUE));
    }

    private static String rated(Model model, long used) {
        return Rating.of(model, new Units(used, 0, 0), USD).amount().toString();
    }

    private static BigDecimal unitByItself(List<Tier> tiers, long unit) {
        long below = 0;
        for (var tier : tiers) {
            if (unit <= tier.upTo().orElse(Long.MAX_VALUE)) {
                return unit == below + 1 ? tier.unitPrice().add(tier.flat()) : tier.unitPrice();
            }
            below = tier.upTo().getAsLong();
        }
        throw new AssertionError("no tier for unit " + unit);
    }

    static List<Tier> tiers(Random random) {
        var tiers = new ArrayList<Tier>();
        long top = 0;
        for (int i = random.nextInt(4); i > 0; i--) {
            top += 1 + random.nextInt(60);
            tiers.add(new Tier(OptionalLong.of(top), price(random), price(random)));
        }
        tiers.add(new Tier(OptionalLong.empty(), price(random), BigDecimal.ZERO));
        return tiers;
    }

    static BigDecimal price(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 5);
    }

    private static Tier tier(long upTo, String price, String flat) {
        return new Tier(OptionalLong.of(upTo), number(price), number(flat));
    }
}
