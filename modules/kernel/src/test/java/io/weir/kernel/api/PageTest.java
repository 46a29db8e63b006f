package io.weir.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    @ParameterizedTest
    @CsvSource({"1, 20, 0", "2, 20, 20", "3, 100, 200", "1000000, 100, 99999900"})
    void aPageBeginsAfterTheOnesBeforeIt(int page, int limit, int offset) {
        assertThat(new Page.Request(page, limit).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource({"0, 20, page", "-1, 20, page", "1000001, 20, page", "1, 0, limit", "1, 101, limit", "1, -5, limit"})
    void numbersOutOfRangeAreRefusedByName(int page, int limit, String field) {
        assertThatThrownBy(() -> new Page.Request(page, limit)).asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> assertThat(refused.refusal().fields())
                        .containsExactly(Map.entry(field, "OUT_OF_RANGE")));
    }

    @Test
    void mappingKeepsPlaceAndTotal() {
        var texts = new Page<>(List.of(1, 2), 3, 2, 57).map(String::valueOf);
        assertThat(texts).isEqualTo(new Page<>(List.of("1", "2"), 3, 2, 57));
    }
}
