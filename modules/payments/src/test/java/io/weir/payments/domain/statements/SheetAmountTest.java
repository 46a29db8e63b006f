package io.weir.payments.domain.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetAmountTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"'1,234.50', EUR, 123450", "'1.234,50', EUR, 123450", "'1 234,50', EUR, 123450",
        "'1\u00A0234,50', EUR, 123450", "'1''234.50', CHF, 123450", "'12,34,567.00', INR, 123456700",
        "'+5.00', EUR, 500", "'-5.00', EUR, -500", "'5.00-', EUR, -500", "'(5.00)', EUR, -500", "'−5,00', EUR, -500",
        "'5.00 CR', EUR, 500", "'5.00 DR', EUR, -500", "'5,00 S', EUR, -500", "'5,00 H', EUR, 500",
        "'99.000', VND, 99000", "'99,000', VND, 99000", "'99.000 ₫', VND, 99000", "'99,000.00', VND, 99000",
        "'1.099.000', VND, 1099000", "'1.099.000 VND', VND, 1099000", "'99000', VND, 99000", "'500.00', VND, 500",
        "'1.234', EUR, 123400", "'1,5', EUR, 150", "'0.500', EUR, 50", "'.50', EUR, 50", "'€ 12,00', EUR, 1200",
        "'$1,234', USD, 123400", "'1.234', KWD, 1234", "'1,234.567', KWD, 1234567", "'0', EUR, 0"})
    void is_read_as_people_mean_it(String text, String currency, long minor) {
        assertThat(SheetAmount.of(text, Currency.getInstance(currency)).orElseThrow().minor()).isEqualTo(minor);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"abc, EUR", "'1.2.3', EUR", "'1,23,4', EUR", "'1.234.5', EUR", "'12.345,678', EUR", "'99.5', VND",
        "'1..2', EUR", "'1-2', EUR", "'1e5', EUR", "99999999999999999999, EUR", "'12/03/2026', EUR"})
    void what_is_no_amount_is_none(String text, String currency) {
        assertThat(SheetAmount.of(text, Currency.getInstance(currency))).isEmpty();
    }
}
