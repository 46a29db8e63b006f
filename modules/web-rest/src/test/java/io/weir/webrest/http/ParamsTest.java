package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamsTest {
    @ParameterizedTest
    @CsvSource({"0, OUT_OF_RANGE", "367, OUT_OF_RANGE", "-1, OUT_OF_RANGE", "7.5, WRONG_TYPE", "'', WRONG_TYPE",
            "7d, WRONG_TYPE",
        "' 7', WRONG_TYPE", "99999999999999, WRONG_TYPE", "٣, WRONG_TYPE"})
    void refusesWhatIsNotANumberInRange(String text, String reason) {
        assertThatThrownBy(() -> Params.whole("days", text, 7, 1, 366)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().fields()).containsEntry("days", reason));
    }

    @Test
    void whatIsNotThereHasItsDefault() {
        assertThat(Params.whole("days", null, 7, 1, 366)).isEqualTo(7);
        assertThat(Params.whole("days", "366", 7, 1, 366)).isEqualTo(366);
        assertThat(Params.page(null, null).limit()).isEqualTo(20);
        assertThat(Params.bare(null, null).limit()).isEqualTo(100);
    }

    @Test
    void flagsAreTrueOrFalse() {
        assertThat(Params.flag("all", "true")).isTrue();
        assertThat(Params.flag("all", null)).isFalse();
        assertThatThrownBy(() -> Params.flag("all", "1")).isInstanceOf(RefusedException.class);
    }

    @Test
    void aPageHasAtMostAHundredItems() {
        assertThatThrownBy(() -> Params.page("1", "101")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Params.page("0", "10")).isInstanceOf(RefusedException.class);
    }

    @Test
    void textsLoseTheSpaceAroundThem() {
        assertThat(Texts.given("  ")).isEmpty();
        assertThat(Texts.given(" a b ")).contains("a b");
        assertThat(Texts.trimmed(null)).isNull();
    }
}
