package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.PaymentMethod;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @Test
    void a_card_is_known_by_its_brand_and_last_digits() {
        assertThat(MethodWords.title(method("visa", "4242"), "Card")).isEqualTo("Visa •••• 4242");
        assertThat(MethodWords.title(method(null, "4242"), "Card")).isEqualTo("Card •••• 4242");
        assertThat(MethodWords.title(method(" ", null), "SEPA direct debit")).isEqualTo("SEPA direct debit");
    }

    @ParameterizedTest
    @CsvSource({"2027-04, 04/2027", "soon, soon", "'', ''"})
    void a_card_expires_as_is_printed_on_it(String expires, String shown) {
        assertThat(MethodWords.month(expires)).isEqualTo(shown);
    }

    @Test
    void an_address_has_the_lines_that_it_was_given() {
        assertThat(AddressLines.of(Optional.of("1 Main Street\n\n  Springfield "), Optional.empty(),
                Optional.of("Tax 7"))).containsExactly("1 Main Street", "Springfield", "Tax 7");
    }

    private static PaymentMethod method(String brand, String last4) {
        return new PaymentMethod("pm_1", "stripe", "card", Optional.ofNullable(brand), Optional.ofNullable(last4),
                Optional.empty(), false);
    }
}
