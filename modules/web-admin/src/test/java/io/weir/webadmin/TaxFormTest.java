package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.TaxTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxFormTest {
    private final TaxForm form = new TaxForm();

    @Test
    void rates_are_written_a_line_each_and_read_back() {
        form.fill(new TaxTerms(true, false, List.of(new TaxTerms.TaxRate("DE", new BigDecimal("19"), "USt"),
                new TaxTerms.TaxRate("CH", new BigDecimal("8.1"), "MWST / TVA"))));
        assertThat(form.getRates()).isEqualTo("DE 19 USt\nCH 8.1 MWST / TVA");
        assertThat(form.readRates()).contains(List.of(
                Map.of("country", "DE", "rate", new BigDecimal("19"), "name", "USt"),
                Map.of("country", "CH", "rate", new BigDecimal("8.1"), "name", "MWST / TVA")));
    }

    @Test
    void a_browsers_line_ends_and_a_per_cent_sign_do_no_harm() {
        form.setRates("\r\n vn 10 % GTGT \r\n\r\n");
        assertThat(form.readRates()).contains(List.of(
                Map.of("country", "VN", "rate", BigDecimal.TEN, "name", "GTGT")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE 19", "19 USt", "DEU 19 USt", "DE 19,5 USt"})
    void what_is_no_rate_is_none(String line) {
        form.setRates("VN 10 GTGT\n" + line);
        assertThat(form.readRates()).isEmpty();
    }
}
