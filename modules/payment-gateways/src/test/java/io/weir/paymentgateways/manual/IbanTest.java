package io.weir.paymentgateways.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(strings = {"DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "nl91 abna 0417 1643 00",
        "FR14 2004 1010 0505 0001 3M02 606", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"})
    void published_numbers_are_right_however_they_are_spaced(String text) {
        assertThat(Iban.of(text).orElseThrow().value()).isEqualTo(text.replace(" ", "").toUpperCase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE88370400440532013000", "DE89370400440532013001", "DE89 3704 0044 0532 0310 00",
        "0123456789", "DE8937040044053201300O", "DE89-3704-0044-0532-0130-00", "XX00", "ĐE89370400440532013000"})
    void one_wrong_digit_or_form_is_none(String text) {
        assertThat(Iban.of(text)).isEmpty();
        assertThatThrownBy(() -> new Iban(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_single_wrong_digit_passes() {
        var right = "DE89370400440532013000";
        for (int i = 2; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var changed = right.substring(0, i) + digit + right.substring(i + 1);
                assertThat(Iban.of(changed).isPresent()).as(changed).isEqualTo(changed.equals(right));
            }
        }
    }
}
