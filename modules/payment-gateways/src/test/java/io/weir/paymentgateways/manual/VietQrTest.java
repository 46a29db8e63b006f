package io.weir.paymentgateways.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VietQrTest {
    @Test
    void the_crc_has_the_check_value_of_its_definition() {
        assertThat(VietQr.crc("123456789")).isEqualTo(0x29B1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
                + "62340107NPS68690819thanh toan don hang63042E2E"})
    void the_crc_is_that_of_published_codes(String published) {
        int body = published.length() - 4;
        assertThat(VietQr.crc(published.substring(0, body))).isEqualTo(Integer.parseInt(published.substring(body), 16));
    }

    @Test
    void a_payload_is_field_by_field_what_banks_read() {
        assertThat(VietQr.payload("970422", "0123456789", 99_000, "WR0A1B2C3D")).isEqualTo(
                "000201" + "010212"
                + "3854" + "0010A000000727" + "0124" + "0006970422" + "01100123456789" + "0208QRIBFTTA"
                + "5303704" + "540599000" + "5802VN"
                + "6214" + "0810WR0A1B2C3D"
                + "6304" + "F5D4");
    }

    @Test
    void what_does_not_fit_a_field_is_refused() {
        assertThatThrownBy(() -> VietQr.payload("970422", "", 1, "WR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VietQr.payload("970422", "1", 1, "thanh toán"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VietQr.payload("970422", "1".repeat(100), 1, "WR"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
