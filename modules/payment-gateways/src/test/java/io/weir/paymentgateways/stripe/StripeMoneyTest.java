package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTest {
    /** Whole units, their decimals by ISO 4217, and what Stripe is told. */
    @ParameterizedTest
    @CsvSource({"USD,2900,2900", "EUR,1,1", "VND,199000,199000", "JPY,500,500", "KRW,1000,1000", "XPF,7,7",
        "HUF,123456,123456", "TWD,100050,100050", "ISK,1200,120000", "UGX,5000,500000", "MGA,5000,50",
        "KWD,1230,1230", "BHD,5120,5120"})
    void money_is_said_as_stripe_counts_it_and_read_back_the_same(String currency, long minor, long said) {
        var money = StripeShop.money(minor, currency);
        assertThat(StripeMoney.amount(money)).isEqualTo(said);
        assertThat(StripeMoney.of(said, StripeMoney.currency(money))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"KWD,1234", "MGA,5001"})
    void what_stripe_cannot_charge_to_the_last_unit_is_refused(String currency, long minor) {
        assertThatThrownBy(() -> StripeMoney.amount(StripeShop.money(minor, currency)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currencies_are_small_letters_there() {
        assertThat(StripeMoney.currency(StripeShop.money(1, "VND"))).isEqualTo("vnd");
    }

    @Test
    void an_amount_finer_than_its_currency_is_no_money() {
        assertThatThrownBy(() -> StripeMoney.of(120_050, "isk")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> StripeMoney.of(1, "dong")).isInstanceOf(IllegalArgumentException.class);
    }
}
