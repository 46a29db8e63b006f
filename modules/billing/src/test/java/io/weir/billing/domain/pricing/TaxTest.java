package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.money;
import static io.weir.billing.domain.pricing.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.Tax.Buyer;
import io.weir.billing.domain.pricing.TaxDecision.Why;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTest {
    private static final TaxTerms UNION = new TaxTerms(false, true, List.of(
            new TaxTerms.Rate("DE", number("19"), "USt"), new TaxTerms.Rate("fr", number("20.0"), "TVA"),
            new TaxTerms.Rate("EL", number("24"), "ΦΠΑ"), new TaxTerms.Rate("VN", number("10"), "VAT")));

    @ParameterizedTest
    @CsvSource({"DE,,19,RATE", "DE,DE136695976,19,RATE", "FR,,20,RATE", "FR,FR40303265045,0,REVERSE_CHARGE",
        "fr,fr 40 303 265 045,0,REVERSE_CHARGE", "FR,FR41303265045,20,RATE", "FR,DE136695976,20,RATE",
        "GR,EL094259216,0,REVERSE_CHARGE", "EL,EL 094259216,0,REVERSE_CHARGE", "GR,,24,RATE",
        "AT,ATU13585627,0,REVERSE_CHARGE", "AT,,0,OUTSIDE", "US,,0,OUTSIDE", "VN,0312345678,10,RATE", ",,19,RATE",
        "' ',FR40303265045,19,RATE"})
    void a_sale_from_germany_bears(String country, String vatId, BigDecimal rate, Why why) {
        var decision = Tax.decide(UNION, "DE", new Buyer(Optional.ofNullable(country), Optional.ofNullable(vatId)));
        assertThat(decision.rate()).isEqualByComparingTo(rate);
        assertThat(decision.why()).isEqualTo(why);
        assertThat(decision.sentence().isPresent()).isEqualTo(why == Why.REVERSE_CHARGE);
    }

    @Test
    void nobody_owes_it_himself_where_the_tenant_does_not_sell_so_or_is_not_of_the_union() {
        var buyer = new Buyer(Optional.of("FR"), Optional.of("FR40303265045"));
        assertThat(Tax.decide(new TaxTerms(false, false, UNION.rates()), "DE", buyer).why()).isEqualTo(Why.RATE);
        assertThat(Tax.decide(UNION, "VN", buyer).why()).isEqualTo(Why.RATE);
    }

    @Test
    void without_rates_there_is_no_tax_at_all() {
        assertThat(Tax.decide(TaxTerms.NONE, "DE", Buyer.UNKNOWN)).isEqualTo(TaxDecision.untaxed(false));
        assertThat(TaxDecision.untaxed(false).on(Cases.usd("49.00")).gross()).hasToString("49.00 USD");
    }

    @ParameterizedTest
    @CsvSource({"49.00,USD,19,49.00 USD,9.31 USD,58.31 USD", "0.05,USD,10,0.05 USD,0.01 USD,0.06 USD",
        "0.04,USD,10,0.04 USD,0.00 USD,0.04 USD", "-0.05,USD,10,-0.05 USD,-0.01 USD,-0.06 USD",
        "99005,VND,10,99005 VND,9901 VND,108906 VND", "1.234,KWD,5,1.234 KWD,0.062 KWD,1.296 KWD",
        "100.00,USD,8.125,100.00 USD,8.13 USD,108.13 USD", "0.00,USD,19,0.00 USD,0.00 USD,0.00 USD"})
    void tax_goes_on_top(String price, String currency, BigDecimal rate, String net, String tax, String gross) {
        var taxed = new TaxDecision(rate, "VAT", false, Why.RATE).on(money(price, Currency.getInstance(currency)));
        assertThat(List.of(taxed.net(), taxed.tax(), taxed.gross()).toString())
                .isEqualTo("[" + net + ", " + tax + ", " + gross + "]");
    }

    @ParameterizedTest
    @CsvSource({"119.00,USD,19,100.00 USD,19.00 USD", "49.00,USD,19,41.18 USD,7.82 USD",
        "0.01,USD,19,0.01 USD,0.00 USD", "-49.00,USD,19,-41.18 USD,-7.82 USD", "99000,VND,10,90000 VND,9000 VND",
        "100000,VND,8,92593 VND,7407 VND", "1.000,KWD,5,0.952 KWD,0.048 KWD", "49.00,USD,0,49.00 USD,0.00 USD"})
    void a_price_with_tax_stays_what_it_is(String price, String currency, BigDecimal rate, String net, String tax) {
        var gross = money(price, Currency.getInstance(currency));
        var taxed = new TaxDecision(rate, "VAT", true, Why.RATE).on(gross);
        assertThat(taxed.gross()).isEqualTo(gross);
        assertThat(List.of(taxed.net(), taxed.tax()).toString()).isEqualTo("[" + net + ", " + tax + "]");
    }

    @Test
    void net_and_tax_are_the_gross_amount_and_what_is_taken_back_is_what_was_charged() {
        Cases.each(3_000, random -> {
            var tax = new TaxDecision(BigDecimal.valueOf(random.nextInt(100_001), 3), "VAT", random.nextBoolean(),
                    Why.RATE);
            var amount = new Money(random.nextInt(100_000_000) - 10_000, Cases.currency(random));
            var taxed = tax.on(amount);
            assertThat(taxed.net().plus(taxed.tax())).isEqualTo(taxed.gross());
            assertThat(taxed.amount()).isEqualTo(amount).isEqualTo(tax.inclusive() ? taxed.gross() : taxed.net());
            assertThat(tax.on(amount.times(-1)).tax()).isEqualTo(taxed.tax().times(-1));
            // |tax × 100 − net × rate| is at most half a minor unit, on either side of the rounding.
            assertThat(taxed.tax().major().multiply(number("100"))
                    .subtract(taxed.net().major().multiply(tax.rate())).abs())
                    .isLessThanOrEqualTo(halfUnit(amount).multiply(number("100").add(tax.rate())));
        });
    }

    @Test
    void a_rate_is_a_percentage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxTerms.Rate("DE", number("-1"), "USt"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxTerms.Rate("DE", number("100.1"), "USt"));
    }

    private static BigDecimal halfUnit(Money amount) {
        return new Money(1, amount.currency()).major().multiply(number("0.5"));
    }
}
