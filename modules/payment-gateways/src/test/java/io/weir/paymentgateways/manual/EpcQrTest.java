package io.weir.paymentgateways.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.weir.kernel.api.Money;
import io.weir.paymentgateways.qr.QrPicture;
import io.weir.paymentgateways.qr.QrReading;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcQrTest {
    private static final Iban IBAN = new Iban("DE89370400440532013000");

    @Test
    void a_payload_is_line_by_line_what_banks_read() throws Exception {
        var payload = EpcQr.payload(IBAN, "Weir GmbH", Optional.of("COBADEFFXXX"), euros(4900), "WR0A1B2C3D");
        assertThat(payload).contains("""
                BCD
                002
                1
                SCT
                COBADEFFXXX
                Weir GmbH
                DE89370400440532013000
                EUR49.00


                WR0A1B2C3D""");
        assertThat(QrReading.of(QrPicture.of(payload.orElseThrow()))).isEqualTo(payload.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "COBADEF", "cobadeff", "COBADEFFX", "COBADEFF\nEvil"})
    void a_bic_that_is_none_is_left_out(String bic) {
        assertThat(lines(EpcQr.payload(IBAN, "Weir", Optional.of(bic), euros(1), "A"))[4]).isEmpty();
        assertThat(lines(EpcQr.payload(IBAN, "Weir", Optional.empty(), euros(1), "A"))[4]).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,EUR0.01", "10,EUR0.10", "123456,EUR1234.56", "99999999999,EUR999999999.99"})
    void an_amount_has_a_point_and_two_decimals(long cents, String written) {
        assertThat(lines(EpcQr.payload(IBAN, "Weir", Optional.empty(), euros(cents), "A"))[7]).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_000_000L})
    void an_amount_out_of_bounds_has_no_code(long cents) {
        assertThat(EpcQr.payload(IBAN, "Weir", Optional.empty(), euros(cents), "A")).isEmpty();
    }

    @Test
    void only_euros_have_a_code() {
        var francs = new Money(4900, Currency.getInstance("CHF"));
        assertThat(EpcQr.payload(IBAN, "Weir", Optional.empty(), francs, "A")).isEmpty();
    }

    @Test
    void a_name_cannot_add_a_line_and_ends_at_seventy_characters() {
        assertThat(lines(EpcQr.payload(IBAN, " We\r\nir\tGmbH ", Optional.empty(), euros(1), "A"))[5])
                .isEqualTo("We ir GmbH");
        assertThat(lines(EpcQr.payload(IBAN, "Ü".repeat(71), Optional.empty(), euros(1), "A"))[5])
                .isEqualTo("Ü".repeat(70));
        assertThat(EpcQr.payload(IBAN, " \n", Optional.empty(), euros(1), "A")).isEmpty();
    }

    @Test
    void names_of_other_letters_are_read_as_they_are_written() throws Exception {
        var payload = EpcQr.payload(IBAN, "Công ty Müller & Søn ế", Optional.empty(), euros(1), "Größe")
                .orElseThrow();
        assertThat(QrReading.of(QrPicture.of(payload))).isEqualTo(payload);
    }

    @Test
    void the_largest_code_is_of_version_13_and_a_larger_one_is_none() throws Exception {
        var largest = EpcQr.payload(IBAN, "ế".repeat(70), Optional.empty(), euros(1), "A".repeat(72))
                .orElseThrow();
        assertThat(largest.getBytes(StandardCharsets.UTF_8)).hasSize(331);
        var bytes = new String(largest.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Encoder.encode(bytes, ErrorCorrectionLevel.M).getVersion().getVersionNumber()).isEqualTo(13);
        assertThat(EpcQr.payload(IBAN, "ế".repeat(70), Optional.empty(), euros(1), "A".repeat(73))).isEmpty();
        assertThat(EpcQr.payload(IBAN, "Weir", Optional.empty(), euros(1), "A".repeat(141))).isEmpty();
        assertThat(EpcQr.payload(IBAN, "Weir", Optional.empty(), euros(1), " ")).isEmpty();
    }

    private static Money euros(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }

    private static String[] lines(Optional<String> payload) {
        return payload.orElseThrow().split("\n", -1);
    }
}
