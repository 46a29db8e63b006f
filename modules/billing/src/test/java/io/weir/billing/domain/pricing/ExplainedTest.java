package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.USD;
import static io.weir.billing.domain.pricing.Cases.number;
import static io.weir.billing.domain.pricing.Cases.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.domain.pricing.Coupon.Off;
import io.weir.billing.domain.pricing.Coupon.Percent;
import io.weir.billing.domain.pricing.How.Corrected;
import io.weir.billing.domain.pricing.How.Covered;
import io.weir.billing.domain.pricing.How.Discount;
import io.weir.billing.domain.pricing.How.Flat;
import io.weir.billing.domain.pricing.How.Minimum;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.billing.domain.pricing.TaxDecision.Why;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.PerUnit;
import io.weir.subscriptions.api.Pricing.Tier;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExplainedTest {
    private static final Offer PRO = new Offer("pro", 3);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    private static final Usage USAGE = new Usage(PRO, "tokens", new Graduated(List.of(
            new Tier(OptionalLong.of(1_000_000), number("0.000002"), BigDecimal.ZERO),
            new Tier(OptionalLong.empty(), number("0.000001"), number("5")))),
            new Units(1_500_000, 250_000, 0), FROM, UNTIL, USD);

    @Test
    void usage_is_the_sum_of_its_steps() {
        var explained = Explained.of(new Basis(USAGE, TaxDecision.untaxed(false)));
        assertThat(text(USAGE)).isEqualTo("1000000 × 0.000002 + 250000 × 0.000001 + 5 = 7.25");
        assertThat(explained.price()).contains(PRO);
        assertThat(explained.usage()).hasValueSatisfying(used -> {
            assertThat(used.included()).isEqualTo(250_000);
            assertThat(used.billed()).isEqualTo(1_250_000);
            assertThat(used.period()).isEqualTo(Period.between(FROM, UNTIL));
            assertThat(used.steps()).hasSize(2);
        });
        assertThat(explained.taxFormula()).isEmpty();
    }

    @Test
    void numbers_are_written_as_the_reader_does() {
        var vietnamese = NumberFormat.getInstance(Locale.forLanguageTag("vi"));
        vietnamese.setMaximumFractionDigits(20);
        assertThat(USAGE.formula().text(USAGE.amount(), vietnamese::format))
                .isEqualTo("1.000.000 × 0,000002 + 250.000 × 0,000001 + 5 = 7,25");
    }

    @Test
    void what_was_rounded_says_so() {
        var one = new Usage(PRO, "calls", new PerUnit(number("0.0149")), new Units(1, 0, 0), FROM, UNTIL, USD);
        assertThat(text(one)).isEqualTo("1 × 0.0149 ≈ 0.01");
    }

    @Test
    void each_kind_of_line_has_its_formula() {
        assertThat(text(Flat.one(PRO, usd("49.00")))).isEqualTo("1 × 49 = 49.00");
        assertThat(text(new Minimum(PRO, usd("100.00"), List.of(usd("49.00"), usd("20.50")))))
                .isEqualTo("100 − 49 − 20.5 = 30.50");
        assertThat(text(new Corrected("A-1", 1, usd("12.00")))).isEqualTo("-12 = -12.00");
        assertThat(text(unused("0.00", FROM.plus(Duration.ofDays(15)))))
                .isEqualTo("-49 × 1296000 ÷ 2592000 = -24.50");
        assertThat(text(unused("0.00", FROM.plusSeconds(7)))).isEqualTo("-49 × 2591993 ÷ 2592000 ≈ -49.00");
        assertThat(text(unused("30.00", FROM))).isEqualTo("-49 + 30 = -19.00");
    }

    @Test
    void a_coupon_says_of_what_it_is_a_part() {
        var lines = List.of(new Covered(1, usd("50.00")), new Covered(2, usd("30.00")));
        var tenth = new Percent(number("10"));
        assertThat(text(new Discount("TEN", tenth, lines, List.of(1, 2), usd("80.00"))))
                .isEqualTo("-80 × 10 ÷ 100 = -8.00");
        assertThat(text(new Discount("TEN", tenth, lines, List.of(2), usd("80.00"))))
                .isEqualTo("-8 × 30 ÷ 80 = -3.00");
        assertThat(text(new Discount("TEN", tenth, lines, List.of(1, 2), usd("4.00")))).isEqualTo("-4 = -4.00");
        assertThat(text(new Discount("FIVE", new Off(usd("5.01")), lines, List.of(1), usd("80.00"))))
                .isEqualTo("-5.01 × 50 ÷ 80 ≈ -3.13");
    }

    @Test
    void tax_is_explained_too() {
        var tax = new TaxDecision(number("19"), "USt", false, Why.RATE);
        assertThat(taxText(usd("49.00"), tax)).isEqualTo("49 × 19 ÷ 100 = 9.31");
        assertThat(taxText(usd("49.00"), tax.priced(true))).isEqualTo("49 × 19 ÷ 119 ≈ 7.82");
    }

    private static String taxText(Money price, TaxDecision tax) {
        var explained = Explained.of(new Basis(Flat.one(PRO, price), tax));
        return explained.taxFormula().orElseThrow().text(explained.amounts().tax(), BigDecimal::toPlainString);
    }

    private static Unused unused(String credited, Instant at) {
        return new Unused(PRO, usd("49.00"), usd(credited), FROM, UNTIL, at);
    }

    private static String text(How how) {
        return how.formula().text(how.amount(), BigDecimal::toPlainString);
    }
}
