package io.weir.billing.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"ATU13585627", "BE0428759497", "BG175074752", "CY10259033P", "CZ25123891", "DE136695976",
        "DK13585628", "EE100931558", "EL094259216", "ESB58378431", "ES54362315K", "ESX2482300W", "FI20774740",
        "FR40303265045", "FRK7399859412", "HR33392005961", "HU12892312", "IE6433435F", "IE6433435OA", "IE8D79739I",
        "IT00743110157", "LT119511515", "LT100001919017", "LU15027442", "LV40003521600", "MT11679112",
        "NL004495445B01", "PL8567346215", "PT501964843", "RO18547290", "SE123456789701", "SI50223054",
        "SK2022749619"})
    void each_country_of_the_union_has_its_form(String id) {
        assertThat(VatId.of(id)).hasValueSatisfying(read -> assertThat(read).hasToString(id));
    }

    @ParameterizedTest
    @CsvSource({"de 136.695.976,DE136695976", "fr-40 303 265 045,FR40303265045", "atu 1358 5627,ATU13585627"})
    void how_it_is_spaced_does_not_count(String written, String read) {
        assertThat(VatId.of(written)).hasToString("Optional[" + read + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BE0428759498", "DE136695978", "DK13585627", "FI20774741", "FR41303265045", "HR33392005962",
        "IT00743110158", "LU15027443", "PL8567346216", "PT501964842", "SI50223055"})
    void a_wrong_check_digit_is_seen(String id) {
        assertThat(VatId.of(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "DE", "DE12345678", "DE1366959760", "AT13585627", "GB980780684", "US123456789",
        "136695976", "NL004495445A01", "ES12345678", "GR094259216", "XX123456789"})
    void what_has_no_form_is_none(String id) {
        assertThat(VatId.of(id)).isEmpty();
    }
}
